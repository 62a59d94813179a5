//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    BinRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    BinRoom,
}

decode::open_enum! {
    BinRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    BinOwner as "bin_owner",
}

expand::paths! {
    BinRoom {
        EXPAND_OWNER = "owner",
    }
}
