//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    AllocRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    AllocRoom,
}

decode::open_enum! {
    AllocRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    AllocOwner as "alloc_owner",
}

expand::paths! {
    AllocRoom {
        EXPAND_OWNER = "owner",
    }
}
