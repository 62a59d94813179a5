use crate::fleet::FleetShipRef;
use crate::runtime::Expandable;

/// The API's `fleet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fleet {
    /// `id` in the API.
    pub id: String,
    /// `ships` in the API.
    pub ships: Option<Vec<Expandable<FleetShipRef>>>,
}
