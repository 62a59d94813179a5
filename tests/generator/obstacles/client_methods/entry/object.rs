/// The API's `entry`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// `id` in the API.
    pub id: String,
}
