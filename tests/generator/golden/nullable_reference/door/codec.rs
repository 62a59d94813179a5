//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Door {
        id: required "id",
        frame: or_empty "frame",
        handle: optional "handle",
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
