use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::testing_::TestingOwner;

/// The API's `testing_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TestingRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<TestingRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<TestingOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TestingRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
