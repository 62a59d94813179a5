/// The API's `purse`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Purse {
    /// `optional` in the API.
    pub optional: Option<String>,
    /// `value` in the API.
    pub value: String,
    /// `values` in the API.
    pub values: Option<Vec<String>>,
}
