//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Coin {
        metals: optional "metals",
        side: required "side",
    }
}

decode::open_enum! {
    CoinMetal {
        Gold = "gold",
        SilverGilt = "silver-gilt",
    }
    CoinSide {
        Head = "head",
        None = "none",
        Other = "other",
        Tail = "tail",
        Unknown = "unknown",
    }
}
