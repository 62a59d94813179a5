//! The wire names of types, fields and values.

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

expand::paths! {
    Mast {
        EXPAND_MAKER = "maker",
        EXPAND_OWNER = "owner",
    }
}
