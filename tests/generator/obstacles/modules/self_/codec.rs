//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    SelfRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    SelfRoom,
}

decode::open_enum! {
    SelfRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    SelfOwner as "self_owner",
}

expand::paths! {
    SelfRoom {
        EXPAND_OWNER = "owner",
    }
}
