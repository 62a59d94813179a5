use std::collections::BTreeMap;

use crate::tariffs::TariffZone;

/// The API's `tariff`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tariff {
    /// `zones` in the API.
    pub zones: Option<BTreeMap<String, TariffZone>>,
}
