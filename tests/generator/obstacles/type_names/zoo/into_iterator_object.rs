use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooIntoIteratorRef;

/// The API's `into_iterator`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IntoIteratorObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `id` in the API.
    pub id: Option<Expandable<ZooIntoIteratorRef>>,
    /// `kind` in the API.
    pub kind: Option<IntoIteratorObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<IntoIteratorObjectList>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum IntoIteratorObjectKind {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}

/// Values of `list[]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum IntoIteratorObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
