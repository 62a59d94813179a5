use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooFn;

/// The API's `fn`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fn {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<FnKind>,
    /// `list` in the API.
    pub list: Option<Vec<FnList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooFn>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FnKind {
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
pub enum FnList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
