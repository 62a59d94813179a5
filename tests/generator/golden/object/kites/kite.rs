use crate::kites::KiteFrame;

/// Something that flies.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Kite {
    /// `colors` in the API.
    pub colors: Option<Vec<String>>,
    /// `frame` in the API.
    pub frame: KiteFrame,
    /// `id` in the API.
    pub id: String,
    /// From the nose to the tail.
    pub length: i64,
    /// `ready` in the API.
    pub ready: bool,
}
