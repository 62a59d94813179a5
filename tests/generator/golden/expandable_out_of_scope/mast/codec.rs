//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    Mast {
        id: required "id",
        maker: optional "maker",
        owner: optional "owner",
    }
}

decode::has_id! {
    Mast,
}

decode::opaque! {
    MastMaker as "mast_maker",
    MastOwner as "mast_owner",
}

expand::paths! {
    Mast {
        EXPAND_MAKER = "maker",
        EXPAND_OWNER = "owner",
    }
}
