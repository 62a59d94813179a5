use std::collections::BTreeMap;

use crate::expand::ExpandOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `expand_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExpandRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<ExpandRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<ExpandOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExpandRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
