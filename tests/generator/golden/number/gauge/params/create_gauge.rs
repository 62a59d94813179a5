use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/gauges`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateGauge(pub(super) Fields);

impl CreateGauge {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `value`.
    #[inline]
    pub fn value(self, value: f64) -> Self {
        Self(self.0.number("value", value))
    }

    /// Sets `values`.
    #[inline]
    pub fn values(self, value: impl IntoIterator<Item = f64>) -> Self {
        Self(self.0.list("values", value))
    }
}
