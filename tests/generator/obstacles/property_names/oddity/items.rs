/// The object at `items`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Items {
    /// `data` in the API.
    pub data: Option<String>,
}
