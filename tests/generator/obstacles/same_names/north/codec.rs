//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Gate as "north.gate" {
        side: required "side",
        south: optional "south",
    }
}

decode::open_enum! {
    Side {
        Left = "left",
        Right = "right",
    }
}
