use std::collections::BTreeMap;

use crate::main_::MainOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `main_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MainRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<MainRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<MainOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MainRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
