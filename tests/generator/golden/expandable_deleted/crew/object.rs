use crate::crew::CrewCookRef;
use crate::runtime::Expandable;

/// The API's `crew`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Crew {
    /// `cook` in the API.
    pub cook: Expandable<CrewCookRef>,
    /// `id` in the API.
    pub id: String,
}
