use crate::runtime::{Deletable, RawObject};
use crate::shapes::{ShapeBody, ShapeCircle};

/// The API's `shape`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shape {
    /// `body` in the API.
    pub body: ShapeBody,
    /// `hull` in the API.
    pub hull: Option<RawObject>,
    /// `state` in the API.
    pub state: Deletable<ShapeCircle>,
}
