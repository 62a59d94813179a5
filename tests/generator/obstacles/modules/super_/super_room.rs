use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::super_::SuperOwner;

/// The API's `super_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuperRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<SuperRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<SuperOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SuperRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
