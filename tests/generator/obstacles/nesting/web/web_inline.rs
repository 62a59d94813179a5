use crate::web::Deep;

/// The object at `inline`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebInline {
    /// `deep` in the API.
    pub deep: Deep,
}
