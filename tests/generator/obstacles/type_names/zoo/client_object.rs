use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooClient;

/// The API's `client`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClientObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<ClientObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<ClientObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooClient>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientObjectKind {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}

/// Values of `list[]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
