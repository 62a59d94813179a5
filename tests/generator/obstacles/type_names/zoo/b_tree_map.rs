use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooBTreeMap;

/// The API's `b_tree_map`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BTreeMap {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<BTreeMapKind>,
    /// `list` in the API.
    pub list: Option<Vec<BTreeMapList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooBTreeMap>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BTreeMapKind {
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
pub enum BTreeMapList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
