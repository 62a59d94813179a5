use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooCopy;

/// The API's `copy`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Copy {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<CopyKind>,
    /// `list` in the API.
    pub list: Option<Vec<CopyList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooCopy>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CopyKind {
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
pub enum CopyList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
