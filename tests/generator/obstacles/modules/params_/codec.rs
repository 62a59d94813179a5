//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    ParamsRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    ParamsRoom,
}

decode::open_enum! {
    ParamsRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    ParamsOwner as "params_owner",
}

expand::paths! {
    ParamsRoom {
        EXPAND_OWNER = "owner",
    }
}
