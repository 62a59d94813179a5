/// The API's `hut`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Hut {
    /// `name` in the API.
    pub name: Option<String>,
}
