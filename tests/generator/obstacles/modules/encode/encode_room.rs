use std::collections::BTreeMap;

use crate::encode::EncodeOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `encode_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EncodeRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<EncodeRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<EncodeOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EncodeRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
