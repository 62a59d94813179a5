use crate::runtime::Expandable;
use crate::shared::FleetShipRef;

/// The API's `fleet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fleet {
    /// `id` in the API.
    pub id: String,
    /// `ships` in the API.
    pub ships: Option<Vec<Expandable<FleetShipRef>>>,
}
