use crate::north::Gate;
use crate::runtime::RawObject;

/// The object in `either`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GatesEither {
    /// A `north.gate`.
    NorthGate(Box<Gate>),
    /// A `south.gate`.
    SouthGate(Box<crate::south::Gate>),
    /// An object that this version of the crate does not know.
    Unrecognized(RawObject),
}
