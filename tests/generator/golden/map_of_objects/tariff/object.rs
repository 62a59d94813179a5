use std::collections::BTreeMap;

use crate::tariff::TariffZone;

/// The API's `tariff`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tariff {
    /// `zones` in the API.
    pub zones: Option<BTreeMap<String, TariffZone>>,
}
