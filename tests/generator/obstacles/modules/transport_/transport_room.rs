use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::transport_::TransportOwner;

/// The API's `transport_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransportRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<TransportRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<TransportOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
