//! The wire names of the stand-in.

use super::params::{
    CreateGadget, CreateWidget, ListWidgets, MarkerParams, PartParams, UploadWidget,
};
use super::{Flag, Mode, Part, Price, Source, Widget, WidgetRef};
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
        modes: or_empty "modes",
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
decode::references! { WidgetRef => Widget as "widget" }
decode::union! {
    Source { Part = "part", Widget = "widget", DeletedWidget = deleted "widget" }
}
encode::params! {
CreateGadget ["part"], CreateWidget, ListWidgets, MarkerParams memberless, PartParams,
UploadWidget }
