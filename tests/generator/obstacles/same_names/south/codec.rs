//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Gate as "south.gate" {
        side: optional "side",
        north: optional "north",
    }
}

decode::open_enum! {
    Side {
        Inner = "inner",
        Outer = "outer",
    }
}
