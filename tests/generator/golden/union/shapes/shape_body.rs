use crate::runtime::RawObject;
use crate::shapes::{ShapeBodySquare, ShapeCircle};

/// The object in `body`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ShapeBody {
    /// A `circle`.
    ShapeCircle(Box<ShapeCircle>),
    /// A `square`.
    ShapeBodySquare(Box<ShapeBodySquare>),
    /// An object that this version of the crate does not know.
    Unrecognized(RawObject),
}
