use std::collections::BTreeMap;

use crate::crate_::CrateOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `crate_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CrateRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<CrateRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<CrateOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CrateRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
