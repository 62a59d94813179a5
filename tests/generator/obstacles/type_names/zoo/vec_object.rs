use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooVec;

/// The API's `vec`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VecObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<VecObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<VecObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooVec>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VecObjectKind {
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
pub enum VecObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
