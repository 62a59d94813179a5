//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    Style {
        Long = "long",
        Short = "short",
    }
}

encode::params! {
    RetrieveBridge,
    DeleteBridge,
    BridgeDeleteBridge,
    NewBridge,
}
