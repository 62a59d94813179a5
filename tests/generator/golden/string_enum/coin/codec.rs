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
    CoinSide {
        Head = "head",
        None = "none",
        Other = "other",
        Tail = "tail",
        Unknown = "unknown",
    }
    CoinMetal {
        Gold = "gold",
        SilverGilt = "silver-gilt",
    }
}
