//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    TypeRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    TypeRoom,
}

decode::open_enum! {
    TypeRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    TypeOwner as "type_owner",
}

expand::paths! {
    TypeRoom {
        EXPAND_OWNER = "owner",
    }
}
