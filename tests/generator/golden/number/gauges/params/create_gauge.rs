use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/gauges`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateGauge {
    pub(super) fields: Fields,
}

impl CreateGauge {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `value`.
    #[inline]
    pub fn value(mut self, value: f64) -> Self {
        self.fields.number("value", value);
        self
    }

    /// Sets `values`.
    #[inline]
    pub fn values(mut self, value: impl IntoIterator<Item = f64>) -> Self {
        self.fields.list("values", value);
        self
    }
}
