use std::collections::BTreeMap;

use crate::runtime_::RuntimeOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `runtime_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RuntimeRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<RuntimeRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<RuntimeOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RuntimeRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
