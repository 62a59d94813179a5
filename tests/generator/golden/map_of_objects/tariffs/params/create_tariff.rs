use crate::runtime::encode::Fields;
use crate::tariffs::params::TariffZoneParams;

/// Parameters of `POST /v1/tariffs`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateTariff {
    pub(super) fields: Fields,
}

impl CreateTariff {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `zones`.
    #[inline]
    pub fn zones(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, TariffZoneParams)>,
    ) -> Self {
        self.fields.map("zones", value);
        self
    }
}
