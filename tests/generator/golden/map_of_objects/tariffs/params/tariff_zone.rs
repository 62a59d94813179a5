use crate::runtime::encode::Fields;

/// Parameters in `zones{}`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct TariffZoneParams {
    pub(super) fields: Fields,
}

impl TariffZoneParams {
    /// Creates parameters with the required values.
    pub fn new(amount: i64) -> Self {
        Self { fields: Fields::new() }.amount(amount)
    }

    /// Sets `amount`.
    #[inline]
    pub fn amount(mut self, value: i64) -> Self {
        self.fields.integer("amount", value);
        self
    }
}
