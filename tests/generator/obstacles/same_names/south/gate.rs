use crate::runtime::Unrecognized;

/// The API's `south.gate`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gate {
    /// `north` in the API.
    pub north: Option<Vec<crate::north::Gate>>,
    /// `side` in the API.
    pub side: Option<GateSide>,
}

impl Gate {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "south.gate";
}

/// Values of `side`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum GateSide {
    /// `inner`
    Inner,
    /// `outer`
    Outer,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
