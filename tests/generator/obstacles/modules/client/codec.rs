//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    ClientRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    ClientRoom,
}

decode::open_enum! {
    ClientRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    ClientOwner as "client_owner",
}

expand::paths! {
    ClientRoom {
        EXPAND_OWNER = "owner",
    }
}
