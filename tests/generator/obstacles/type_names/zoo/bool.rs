use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooBool;

/// The API's `bool`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bool {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<BoolKind>,
    /// `list` in the API.
    pub list: Option<Vec<BoolList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooBool>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BoolKind {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}

/// Values of `list[]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BoolList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
