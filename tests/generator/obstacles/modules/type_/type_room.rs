use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::type_::TypeOwner;

/// The API's `type_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TypeRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<TypeRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<TypeOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TypeRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
