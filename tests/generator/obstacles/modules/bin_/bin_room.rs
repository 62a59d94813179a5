use std::collections::BTreeMap;

use crate::bin_::BinOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `bin_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BinRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<BinRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<BinOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BinRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
