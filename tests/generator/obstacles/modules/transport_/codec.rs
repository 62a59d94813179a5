//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    TransportRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    TransportRoom,
}

decode::open_enum! {
    TransportRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    TransportOwner as "transport_owner",
}

expand::paths! {
    TransportRoom {
        EXPAND_OWNER = "owner",
    }
}
