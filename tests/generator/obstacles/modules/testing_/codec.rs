//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    TestingRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    TestingRoom,
}

decode::open_enum! {
    TestingRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    TestingOwner as "testing_owner",
}

expand::paths! {
    TestingRoom {
        EXPAND_OWNER = "owner",
    }
}
