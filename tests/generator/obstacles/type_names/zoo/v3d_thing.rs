use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::Zoo3dThing;

/// The API's `3d_thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct V3dThing {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<V3dThingKind>,
    /// `list` in the API.
    pub list: Option<Vec<V3dThingList>>,
    /// `id` in the API.
    pub id: Option<Expandable<Zoo3dThing>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum V3dThingKind {
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
pub enum V3dThingList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
