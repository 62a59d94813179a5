//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    CreateBuildRoomKind {
        Big = "big",
        Wide = "wide",
    }
}

encode::params! {
    M,
    CreateBuildRoom,
}
