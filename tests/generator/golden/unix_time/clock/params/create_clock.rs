use crate::runtime::Timestamp;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/clocks`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateClock(pub(super) Fields);

impl CreateClock {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `value`.
    #[inline]
    pub fn value(self, value: impl Into<Timestamp>) -> Self {
        Self(self.0.timestamp("value", value))
    }

    /// Sets `values`.
    #[inline]
    pub fn values(self, value: impl IntoIterator<Item = Timestamp>) -> Self {
        Self(self.0.list("values", value))
    }
}
