//! The wire names of types, fields and values.

use crate::runtime::{decode, expand};
use super::*;

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
