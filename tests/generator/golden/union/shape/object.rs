use crate::runtime::{Expandable, RawObject};
use crate::shape::{Body, ShapeCircle};

/// The API's `shape`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shape {
    /// `body` in the API.
    pub body: Body,
    /// `state` in the API.
    pub state: Expandable<ShapeCircle>,
    /// `hull` in the API.
    pub hull: Option<RawObject>,
}
