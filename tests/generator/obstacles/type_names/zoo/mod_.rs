use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooMod;

/// The API's `mod`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mod {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<ModKind>,
    /// `list` in the API.
    pub list: Option<Vec<ModList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooMod>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ModKind {
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
pub enum ModList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
