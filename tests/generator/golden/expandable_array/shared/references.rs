/// Marks [`Expandable`](crate::Expandable) fields that refer to a `fleet_ship` object.
#[derive(Clone, Copy, Debug)]
pub enum FleetShipRef {}
