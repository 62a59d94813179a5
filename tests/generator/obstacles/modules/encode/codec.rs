//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    EncodeRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    EncodeRoom,
}

decode::open_enum! {
    EncodeRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    EncodeOwner as "encode_owner",
}

expand::paths! {
    EncodeRoom {
        EXPAND_OWNER = "owner",
    }
}
