use crate::runtime::Decimal;

/// The API's `scale`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Scale {
    /// `optional` in the API.
    pub optional: Option<Decimal>,
    /// `value` in the API.
    pub value: Decimal,
    /// `values` in the API.
    pub values: Option<Vec<Decimal>>,
}
