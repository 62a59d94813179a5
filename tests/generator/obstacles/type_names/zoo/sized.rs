use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooSized;

/// The API's `sized`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sized {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<SizedKind>,
    /// `list` in the API.
    pub list: Option<Vec<SizedList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooSized>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SizedKind {
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
pub enum SizedList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
