//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    WebhookRoom {
        id: required "id",
        kind: optional "kind",
        owner: optional "owner",
        map: optional "map",
    }
}

decode::has_id! {
    WebhookRoom,
}

decode::open_enum! {
    WebhookRoomKind {
        Big = "big",
        Small = "small",
    }
}

decode::opaque! {
    WebhookOwner as "webhook_owner",
}

expand::paths! {
    WebhookRoom {
        EXPAND_OWNER = "owner",
    }
}
