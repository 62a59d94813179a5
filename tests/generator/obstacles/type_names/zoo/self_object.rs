use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooSelf;

/// The API's `self`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SelfObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<SelfObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<SelfObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooSelf>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SelfObjectKind {
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
pub enum SelfObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
