/// The API's `kite_frame`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct KiteFrame {
    /// `weight` in the API.
    pub weight: i64,
}
