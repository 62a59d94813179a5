//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    TestsRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    TestsRoom,
}

decode::open_enum! {
    TestsRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    TestsOwner as "tests_owner",
}

expand::paths! {
    TestsRoom {
        EXPAND_OWNER = "owner",
    }
}
