use std::collections::BTreeMap;

use crate::lib_::LibOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `lib_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LibRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<LibRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<LibOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LibRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
