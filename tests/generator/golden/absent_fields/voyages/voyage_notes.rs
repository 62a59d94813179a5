/// The API's `journal`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VoyageNotes {
    /// `lines` in the API.
    pub lines: Vec<String>,
    /// `title` in the API.
    pub title: Option<String>,
}
