use std::collections::BTreeMap;

use crate::core::CoreOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `core_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CoreRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<CoreRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<CoreOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CoreRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
