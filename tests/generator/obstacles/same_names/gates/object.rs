use crate::gates::GatesEither;
use crate::north::Gate;

/// The API's `gates`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gates {
    /// `either` in the API.
    pub either: Option<GatesEither>,
    /// `north` in the API.
    pub north: Option<Box<Gate>>,
    /// `south` in the API.
    pub south: Option<Box<crate::south::Gate>>,
}
