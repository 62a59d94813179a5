use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooResult;

/// The API's `result`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResultObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<ResultObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<ResultObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooResult>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResultObjectKind {
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
pub enum ResultObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
