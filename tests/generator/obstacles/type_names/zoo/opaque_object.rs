use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooOpaque;

/// The API's `opaque`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OpaqueObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<OpaqueObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<OpaqueObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooOpaque>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OpaqueObjectKind {
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
pub enum OpaqueObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
