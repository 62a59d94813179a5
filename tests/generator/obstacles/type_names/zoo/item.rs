use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooItem;

/// The API's `item`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Item {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<ItemKind>,
    /// `list` in the API.
    pub list: Option<Vec<ItemList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooItem>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ItemKind {
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
pub enum ItemList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
