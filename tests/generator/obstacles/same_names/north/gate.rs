use crate::runtime::Unrecognized;

/// The API's `north.gate`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gate {
    /// `side` in the API.
    pub side: GateSide,
    /// `south` in the API.
    pub south: Option<Box<crate::south::Gate>>,
}

impl Gate {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "north.gate";
}

/// Values of `side`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum GateSide {
    /// `left`
    Left,
    /// `right`
    Right,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
