//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    CoreRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    CoreRoom,
}

decode::open_enum! {
    CoreRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    CoreOwner as "core_owner",
}

expand::paths! {
    CoreRoom {
        EXPAND_OWNER = "owner",
    }
}
