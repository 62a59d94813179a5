//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Tale {
        id: required "id",
        empty: optional "empty",
        title: optional "title",
        long: optional "long",
        kind: optional "kind",
    }
}

decode::has_id! {
    Tale,
}

decode::open_enum! {
    TaleKind {
        Short = "short",
        Tall = "tall",
    }
}
