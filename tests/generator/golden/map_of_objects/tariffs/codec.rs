//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Tariff {
        zones: optional "zones",
    }
    TariffZone {
        amount: required "amount",
    }
}
