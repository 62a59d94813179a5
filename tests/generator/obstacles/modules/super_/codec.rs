//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    SuperRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    SuperRoom,
}

decode::open_enum! {
    SuperRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    SuperOwner as "super_owner",
}

expand::paths! {
    SuperRoom {
        EXPAND_OWNER = "owner",
    }
}
