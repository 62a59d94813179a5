use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooBox;

/// The API's `box`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BoxObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<BoxObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<BoxObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooBox>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BoxObjectKind {
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
pub enum BoxObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
