/// The API's `shelves`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shelves {
    /// `id` in the API.
    pub id: String,
}
