//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    BuildRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    BuildRoom,
}

decode::open_enum! {
    BuildRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    BuildOwner as "build_owner",
}

expand::paths! {
    BuildRoom {
        EXPAND_OWNER = "owner",
    }
}
