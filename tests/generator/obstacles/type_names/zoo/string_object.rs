use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooString;

/// The API's `string`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StringObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<StringObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<StringObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooString>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StringObjectKind {
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
pub enum StringObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
