//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    StdRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    StdRoom,
}

decode::open_enum! {
    StdRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    StdOwner as "std_owner",
}

expand::paths! {
    StdRoom {
        EXPAND_OWNER = "owner",
    }
}
