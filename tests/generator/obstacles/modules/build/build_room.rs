use std::collections::BTreeMap;

use crate::build::BuildOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `build_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BuildRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<BuildRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<BuildOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BuildRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
