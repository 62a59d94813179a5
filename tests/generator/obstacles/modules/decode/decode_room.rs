use std::collections::BTreeMap;

use crate::decode::DecodeOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `decode_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DecodeRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<DecodeRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<DecodeOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
