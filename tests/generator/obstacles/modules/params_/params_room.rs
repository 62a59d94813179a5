use std::collections::BTreeMap;

use crate::params_::ParamsOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `params_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ParamsRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<ParamsRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<ParamsOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParamsRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
