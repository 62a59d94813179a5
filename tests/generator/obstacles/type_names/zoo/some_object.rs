use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooSome;

/// The API's `some`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SomeObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<SomeObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<SomeObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooSome>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SomeObjectKind {
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
pub enum SomeObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
