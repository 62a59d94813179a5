use crate::runtime::{Expandable, Timestamp, Unrecognized};
use crate::zoo::ZooSecret;

/// The API's `secret`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SecretObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `kind` in the API.
    pub kind: Option<SecretObjectKind>,
    /// `list` in the API.
    pub list: Option<Vec<SecretObjectList>>,
    /// `id` in the API.
    pub id: Option<Expandable<ZooSecret>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SecretObjectKind {
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
pub enum SecretObjectList {
    /// `c`
    C,
    /// `d`
    D,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
