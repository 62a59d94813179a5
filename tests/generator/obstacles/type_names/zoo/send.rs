use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooSend;

/// The API's `send`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Send {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<SendKind>,
    /// `list` in the API.
    pub list: Option<Vec<SendList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooSend>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SendKind {
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
pub enum SendList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
