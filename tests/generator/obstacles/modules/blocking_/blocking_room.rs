use std::collections::BTreeMap;

use crate::blocking_::BlockingOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `blocking_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BlockingRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<BlockingRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<BlockingOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockingRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
