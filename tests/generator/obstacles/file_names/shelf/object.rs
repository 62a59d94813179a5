/// The API's `payload_shelf`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shelf {
    /// `id` in the API.
    pub id: String,
}
