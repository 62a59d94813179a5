//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    CreateExamplesRoomKind {
        Big = "big",
        Wide = "wide",
    }
}

encode::params! {
    M,
    CreateExamplesRoom,
}
