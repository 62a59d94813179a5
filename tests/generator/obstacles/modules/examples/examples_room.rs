use std::collections::BTreeMap;

use crate::examples::ExamplesOwner;
use crate::runtime::{Expandable, Unrecognized};

/// The API's `examples_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExamplesRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<ExamplesRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<ExamplesOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExamplesRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
