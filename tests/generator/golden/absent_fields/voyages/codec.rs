//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Voyage {
        address: required "address",
        id: required "id",
        labels: or_empty "labels",
        notes: or_empty "notes",
        prices: or_empty "prices",
        sender: required "sender",
        state: or_empty "state",
        weights: optional "weights",
    }
    VoyageHarbor {
        city: required "city",
    }
    VoyageNotes {
        lines: or_empty "lines",
        title: optional "title",
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
