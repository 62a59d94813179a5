use std::collections::BTreeMap;

use crate::alloc::AllocOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `alloc_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AllocRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<AllocRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<AllocOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AllocRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
