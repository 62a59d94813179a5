/// The API's `shelf_inner_book`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Book {
    /// `id` in the API.
    pub id: String,
}
