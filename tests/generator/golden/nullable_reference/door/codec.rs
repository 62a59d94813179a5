//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Door {
        frame: or_empty "frame",
        handle: optional "handle",
        id: required "id",
    }
    DoorFrame {
        width: optional "width",
    }
    DoorHandle {
        side: optional "side",
    }
}

decode::has_id! {
    Door,
}
