use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooSync;

/// The API's `sync`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sync {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<SyncKind>,
    /// `list` in the API.
    pub list: Option<Vec<SyncList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooSync>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SyncKind {
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
pub enum SyncList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
