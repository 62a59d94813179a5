//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    CreateTypeRoomKind {
        Big = "big",
        Wide = "wide",
    }
}

encode::params! {
    M,
    CreateTypeRoom,
}
