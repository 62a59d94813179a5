use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooList;

/// The API's `list`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<ListObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<ListObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooList>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListObjectKind {
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
pub enum ListObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
