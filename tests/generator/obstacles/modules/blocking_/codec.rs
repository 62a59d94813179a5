//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    BlockingRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    BlockingRoom,
}

decode::open_enum! {
    BlockingRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    BlockingOwner as "blocking_owner",
}

expand::paths! {
    BlockingRoom {
        EXPAND_OWNER = "owner",
    }
}
