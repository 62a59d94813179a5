//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    SerdeRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    SerdeRoom,
}

decode::open_enum! {
    SerdeRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    SerdeOwner as "serde_owner",
}

expand::paths! {
    SerdeRoom {
        EXPAND_OWNER = "owner",
    }
}
