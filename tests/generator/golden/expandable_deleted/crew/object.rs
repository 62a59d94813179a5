use crate::crew::CrewCookRef;
use crate::runtime::Expandable;

/// The API's `crew`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Crew {
    /// `id` in the API.
    pub id: String,
    /// `cook` in the API.
    pub cook: Expandable<CrewCookRef>,
}
