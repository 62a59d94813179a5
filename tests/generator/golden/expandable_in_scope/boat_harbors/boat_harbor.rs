/// The API's `boat_harbor`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BoatHarbor {
    /// `id` in the API.
    pub id: String,
}

impl BoatHarbor {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "boat_harbor";
}
