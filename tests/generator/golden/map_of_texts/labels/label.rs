use std::collections::BTreeMap;

/// The API's `label`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Label {
    /// `counts` in the API.
    pub counts: Option<BTreeMap<String, i64>>,
    /// `metadata` in the API.
    pub metadata: BTreeMap<String, String>,
}
