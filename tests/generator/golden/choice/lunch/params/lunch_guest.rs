use crate::runtime::encode::Fields;

/// Parameters in `guest`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct LunchGuestParams(pub(super) Fields);

impl LunchGuestParams {
    /// Creates parameters with the required values.
    pub fn new(name: impl Into<String>) -> Self {
        Self(Fields::new()).name(name)
    }

    /// Sets `name`.
    #[inline]
    pub fn name(self, value: impl Into<String>) -> Self {
        Self(self.0.text("name", value))
    }
}
