use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::tests::TestsOwner;

/// The API's `tests_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TestsRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<TestsRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<TestsOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TestsRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
