//! Names on the wire.

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
