use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::self_::SelfOwner;

/// The API's `self_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SelfRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<SelfRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<SelfOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SelfRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
