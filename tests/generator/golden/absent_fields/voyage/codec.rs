//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Voyage {
        id: required "id",
        labels: or_empty "labels",
        prices: or_empty "prices",
        weights: optional "weights",
        state: or_empty "state",
        notes: or_empty "notes",
        address: required "address",
        sender: required "sender",
    }
}

decode::has_id! {
    Voyage,
}

decode::open_enum! {
    VoyageState {
        Sent = "sent",
        Delivered = "delivered",
    }
}
