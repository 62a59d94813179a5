//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    VersionRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    VersionRoom,
}

decode::open_enum! {
    VersionRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    VersionOwner as "version_owner",
}

expand::paths! {
    VersionRoom {
        EXPAND_OWNER = "owner",
    }
}
