//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    ModRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    ModRoom,
}

decode::open_enum! {
    ModRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    ModOwner as "mod_owner",
}

expand::paths! {
    ModRoom {
        EXPAND_OWNER = "owner",
    }
}
