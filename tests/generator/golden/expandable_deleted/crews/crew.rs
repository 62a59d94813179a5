use crate::runtime::Expandable;
use crate::shared::CrewCookRef;

/// The API's `crew`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Crew {
    /// `cook` in the API.
    pub cook: Expandable<CrewCookRef>,
    /// `id` in the API.
    pub id: String,
}
