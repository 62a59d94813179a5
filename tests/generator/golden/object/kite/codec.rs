//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Kite {
        id: required "id",
        length: required "length",
        ready: required "ready",
        colors: optional "colors",
        frame: required "frame",
    }
    KiteFrame {
        weight: required "weight",
    }
}

decode::has_id! {
    Kite,
}
