//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    CreateVersionRoomKind {
        Big = "big",
        Wide = "wide",
    }
}

encode::params! {
    M,
    CreateVersionRoom,
}
