use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/purses`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreatePurse(pub(super) Fields);

impl CreatePurse {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `value`.
    #[inline]
    pub fn value(self, value: impl Into<String>) -> Self {
        Self(self.0.text("value", value))
    }

    /// Sets `values`.
    #[inline]
    pub fn values(self, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.texts("values", value))
    }
}
