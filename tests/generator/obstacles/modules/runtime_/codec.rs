//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    RuntimeRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    RuntimeRoom,
}

decode::open_enum! {
    RuntimeRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    RuntimeOwner as "runtime_owner",
}

expand::paths! {
    RuntimeRoom {
        EXPAND_OWNER = "owner",
    }
}
