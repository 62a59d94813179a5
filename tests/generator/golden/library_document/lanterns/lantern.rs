use crate::lanterns::LanternState;
use crate::runtime::Unrecognized;

/// A light to carry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Lantern {
    /// `id` in the API.
    pub id: String,
    /// The flames that are left.
    pub spares: Option<Vec<LanternSpare>>,
    /// The state of this lantern.
    pub state: Option<Box<LanternState>>,
}

/// Values of `spares[]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LanternSpare {
    /// A cold flame.
    Blue,
    /// `yellow`
    Yellow,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
