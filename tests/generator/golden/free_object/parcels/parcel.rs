use crate::runtime::RawObject;

/// The API's `parcel`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel {
    /// `bare` in the API.
    pub bare: Option<RawObject>,
    /// `content` in the API.
    pub content: RawObject,
    /// `customs` in the API.
    pub customs: Option<RawObject>,
}
