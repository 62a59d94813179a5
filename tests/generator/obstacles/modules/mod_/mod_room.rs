use std::collections::BTreeMap;

use crate::mod_::ModOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `mod_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ModRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<ModRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<ModOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ModRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
