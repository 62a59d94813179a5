use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooU8;

/// The API's `u8`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct U8 {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<U8Kind>,
    /// `list` in the API.
    pub list: Option<Vec<U8List>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooU8>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum U8Kind {
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
pub enum U8List {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
