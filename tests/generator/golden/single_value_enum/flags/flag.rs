use crate::runtime::Unrecognized;

/// The API's `flag`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Flag {
    /// `state` in the API.
    pub state: Option<FlagState>,
}

/// Values of `state`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FlagState {
    /// `raised`
    Raised,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
