//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    ExamplesRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    ExamplesRoom,
}

decode::open_enum! {
    ExamplesRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    ExamplesOwner as "examples_owner",
}

expand::paths! {
    ExamplesRoom {
        EXPAND_OWNER = "owner",
    }
}
