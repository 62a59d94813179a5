//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    LibRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    LibRoom,
}

decode::open_enum! {
    LibRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    LibOwner as "lib_owner",
}

expand::paths! {
    LibRoom {
        EXPAND_OWNER = "owner",
    }
}
