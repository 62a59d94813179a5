use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooOption;

/// The API's `option`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OptionObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<OptionObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<OptionObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooOption>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OptionObjectKind {
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
pub enum OptionObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
