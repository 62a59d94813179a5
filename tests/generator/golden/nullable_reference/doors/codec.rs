//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

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
