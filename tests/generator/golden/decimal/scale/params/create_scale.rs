use crate::runtime::Decimal;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/scales`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateScale(pub(super) Fields);

impl CreateScale {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `value`.
    #[inline]
    pub fn value(self, value: impl Into<Decimal>) -> Self {
        Self(self.0.decimal("value", value))
    }

    /// Sets `values`.
    #[inline]
    pub fn values(self, value: impl IntoIterator<Item = Decimal>) -> Self {
        Self(self.0.list("values", value))
    }
}
