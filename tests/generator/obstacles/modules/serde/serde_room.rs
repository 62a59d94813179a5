use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::serde::SerdeOwner;

/// The API's `serde_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SerdeRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<SerdeRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<SerdeOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SerdeRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
