use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooI64;

/// The API's `i64`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct I64 {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<I64Kind>,
    /// `list` in the API.
    pub list: Option<Vec<I64List>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooI64>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum I64Kind {
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
pub enum I64List {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
