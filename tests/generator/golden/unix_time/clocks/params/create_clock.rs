use crate::runtime::{IntoParam, Timestamp};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/clocks`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateClock {
    pub(super) fields: Fields,
}

impl CreateClock {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `value`.
    #[inline]
    pub fn value(mut self, value: impl IntoParam<Timestamp>) -> Self {
        self.fields.timestamp("value", value);
        self
    }

    /// Sets `values`.
    #[inline]
    pub fn values(mut self, value: impl IntoIterator<Item = Timestamp>) -> Self {
        self.fields.list("values", value);
        self
    }
}
