//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    MacroRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    MacroRoom,
}

decode::open_enum! {
    MacroRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    MacroOwner as "macro_owner",
}

expand::paths! {
    MacroRoom {
        EXPAND_OWNER = "owner",
    }
}
