use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::std::StdOwner;

/// The API's `std_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StdRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<StdRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<StdOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StdRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
