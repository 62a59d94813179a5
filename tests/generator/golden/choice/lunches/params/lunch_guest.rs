use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters in `guest`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct LunchGuestParams {
    pub(super) fields: Fields,
}

impl LunchGuestParams {
    /// Creates parameters with the required values.
    pub fn new(name: impl IntoParam<String>) -> Self {
        Self { fields: Fields::new() }.name(name)
    }

    /// Sets `name`.
    #[inline]
    pub fn name(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("name", value);
        self
    }
}
