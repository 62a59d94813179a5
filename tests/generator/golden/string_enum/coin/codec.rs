//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Coin {
        side: required "side",
        metals: optional "metals",
    }
}

decode::open_enum! {
    Side {
        Head = "head",
        None = "none",
        Other = "other",
        Tail = "tail",
        Unknown = "unknown",
    }
    Metal {
        Gold = "gold",
        SilverGilt = "silver-gilt",
    }
}
