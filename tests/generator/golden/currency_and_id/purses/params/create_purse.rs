use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/purses`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreatePurse {
    pub(super) fields: Fields,
}

impl CreatePurse {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `value`.
    #[inline]
    pub fn value(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("value", value);
        self
    }

    /// Sets `values`.
    #[inline]
    pub fn values(mut self, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields.texts("values", value);
        self
    }
}
