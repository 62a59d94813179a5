/// The API's `harbor`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VoyageHarbor {
    /// `city` in the API.
    pub city: String,
}
