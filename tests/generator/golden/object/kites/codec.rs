//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Kite {
        colors: optional "colors",
        frame: required "frame",
        id: required "id",
        length: required "length",
        ready: required "ready",
    }
    KiteFrame {
        weight: required "weight",
    }
}

decode::has_id! {
    Kite,
}
