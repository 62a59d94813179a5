use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooIterator;

/// The API's `iterator`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Iterator {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<IteratorKind>,
    /// `list` in the API.
    pub list: Option<Vec<IteratorList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooIterator>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IteratorKind {
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
pub enum IteratorList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
