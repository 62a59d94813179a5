//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    MainRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    MainRoom,
}

decode::open_enum! {
    MainRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    MainOwner as "main_owner",
}

expand::paths! {
    MainRoom {
        EXPAND_OWNER = "owner",
    }
}
