//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    ExpandRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    ExpandRoom,
}

decode::open_enum! {
    ExpandRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    ExpandOwner as "expand_owner",
}

expand::paths! {
    ExpandRoom {
        EXPAND_OWNER = "owner",
    }
}
