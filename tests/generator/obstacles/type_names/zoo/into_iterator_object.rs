use crate::runtime::{Expandable, Timestamp};
use crate::shared::ZooIntoIteratorRef;
use crate::zoo::{KindAOrB, ListCOrD};

/// The API's `into_iterator`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IntoIteratorObject {
    /// `at` in the API.
    pub at: Timestamp,
    /// `id` in the API.
    pub id: Option<Expandable<ZooIntoIteratorRef>>,
    /// `kind` in the API.
    pub kind: Option<KindAOrB>,
    /// `list` in the API.
    pub list: Option<Vec<ListCOrD>>,
}
