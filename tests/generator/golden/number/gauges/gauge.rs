/// The API's `gauge`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gauge {
    /// `optional` in the API.
    pub optional: Option<f64>,
    /// `value` in the API.
    pub value: f64,
    /// `values` in the API.
    pub values: Option<Vec<f64>>,
}
