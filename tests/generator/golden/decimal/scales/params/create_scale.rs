use crate::runtime::{Decimal, IntoParam};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/scales`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateScale {
    pub(super) fields: Fields,
}

impl CreateScale {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `value`.
    #[inline]
    pub fn value(mut self, value: impl IntoParam<Decimal>) -> Self {
        self.fields.decimal("value", value);
        self
    }

    /// Sets `values`.
    #[inline]
    pub fn values(mut self, value: impl IntoIterator<Item = Decimal>) -> Self {
        self.fields.list("values", value);
        self
    }
}
