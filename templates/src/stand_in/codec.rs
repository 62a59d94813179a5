//! The mechanical part of the stand-in.

use super::params::{CreateWidget, ListWidgets, PartParams};
use super::{Customer, Flag, Mode, Part, Price, Source, Widget};
use crate::runtime::{decode, encode};

decode::object! {
    Widget as "widget" {
        id: required "id",
        created: required "created",
        livemode: required "livemode",
        mode: required "mode",
        amount: optional "amount",
        percent: optional "percent",
        unit_amount_decimal: optional "unit_amount_decimal",
        client_secret: optional "client_secret",
        parts: optional "parts",
        metadata: optional "metadata",
        owner: optional "owner",
        parent: optional "parent",
        source: optional "source",
        modes: required "modes",
        flag: optional "flag",
        extra: optional "extra",
        type_: optional "type",
    }
    Part as "part" {
        id: required "id",
        quantity: optional "quantity",
        prices: optional "prices",
    }
    Price {
        amount: required "amount",
    }
    Flag {}
}

decode::has_id!(Widget, Part);
decode::open_enum! { Mode { Payment = "payment", Setup = "setup", Other = "other" } }
decode::opaque! { Customer as "customer" }
decode::union! {
    Source { Part = "part", Customer = "customer", DeletedCustomer = deleted "customer" }
}
encode::params! { CreateWidget, ListWidgets, PartParams }
