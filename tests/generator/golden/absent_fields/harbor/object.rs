/// The API's `harbor`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Harbor {
    /// `city` in the API.
    pub city: String,
}
