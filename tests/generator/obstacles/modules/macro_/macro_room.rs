use std::collections::BTreeMap;

use crate::macro_::MacroOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `macro_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MacroRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<MacroRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<MacroOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MacroRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
