use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooDefault;

/// The API's `default`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DefaultObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<DefaultObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<DefaultObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooDefault>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DefaultObjectKind {
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
pub enum DefaultObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
