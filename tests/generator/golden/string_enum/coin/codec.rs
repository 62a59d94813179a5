//! The wire names of types, fields and values.

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
