use crate::boat_harbors::BoatHarborRef;
use crate::runtime::Expandable;

/// The API's `boat`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Boat {
    /// `home` in the API.
    pub home: Expandable<BoatHarborRef>,
    /// `id` in the API.
    pub id: String,
    /// `last` in the API.
    pub last: Option<Expandable<BoatHarborRef>>,
}

impl Boat {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "boat";
}
