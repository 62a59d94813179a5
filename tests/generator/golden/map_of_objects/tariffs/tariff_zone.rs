/// The API's `tariff_zone`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TariffZone {
    /// `amount` in the API.
    pub amount: i64,
}
