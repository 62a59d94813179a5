//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    DecodeRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    DecodeRoom,
}

decode::open_enum! {
    DecodeRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    DecodeOwner as "decode_owner",
}

expand::paths! {
    DecodeRoom {
        EXPAND_OWNER = "owner",
    }
}
