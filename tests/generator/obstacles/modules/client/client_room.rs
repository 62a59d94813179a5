use std::collections::BTreeMap;

use crate::client::ClientOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `client_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClientRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<ClientRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<ClientOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
