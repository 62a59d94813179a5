/// The API's `bridge`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bridge {
    /// `id` in the API.
    pub id: String,
}
