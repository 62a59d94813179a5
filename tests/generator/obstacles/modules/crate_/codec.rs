//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    CrateRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    CrateRoom,
}

decode::open_enum! {
    CrateRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    CrateOwner as "crate_owner",
}

expand::paths! {
    CrateRoom {
        EXPAND_OWNER = "owner",
    }
}
