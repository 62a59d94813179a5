use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooDrop;

/// The API's `drop`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Drop {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<DropKind>,
    /// `list` in the API.
    pub list: Option<Vec<DropList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooDrop>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DropKind {
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
pub enum DropList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
