//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Tariff {
        zones: optional "zones",
    }
    TariffZone {
        amount: required "amount",
    }
}
