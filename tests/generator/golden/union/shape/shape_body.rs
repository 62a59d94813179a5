use crate::runtime::RawObject;
use crate::shape::{ShapeCircle, ShapeSquare};

/// The object in `body`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ShapeBody {
    /// A `circle`.
    ShapeCircle(Box<ShapeCircle>),
    /// A `square`.
    ShapeSquare(Box<ShapeSquare>),
    /// An object that this version of the crate does not know.
    Unrecognized(RawObject),
}
