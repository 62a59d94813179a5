//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Gates {
        north: optional "north",
        south: optional "south",
        either: optional "either",
    }
}

decode::union! {
    Either {
        NorthGate = "north.gate",
        SouthGate = "south.gate",
    }
}
