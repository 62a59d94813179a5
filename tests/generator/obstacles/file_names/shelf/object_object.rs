/// The API's `shelf_object`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ObjectObject {
    /// `id` in the API.
    pub id: String,
}
