use crate::runtime::Timestamp;

/// The API's `clock`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Clock {
    /// `optional` in the API.
    pub optional: Option<Timestamp>,
    /// `value` in the API.
    pub value: Timestamp,
    /// `values` in the API.
    pub values: Option<Vec<Timestamp>>,
}
