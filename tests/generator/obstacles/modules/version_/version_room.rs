use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::version_::VersionOwner;

/// The API's `version_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VersionRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<VersionRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<VersionOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VersionRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
