use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooCodec;

/// The API's `codec`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CodecObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<CodecObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<CodecObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooCodec>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodecObjectKind {
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
pub enum CodecObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
