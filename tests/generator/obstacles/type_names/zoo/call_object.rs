use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooCall;

/// The API's `call`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CallObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<CallObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<CallObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooCall>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CallObjectKind {
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
pub enum CallObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
