//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    CreateMacroRoomKind {
        Big = "big",
        Wide = "wide",
    }
}

encode::params! {
    M,
    CreateMacroRoom,
}
