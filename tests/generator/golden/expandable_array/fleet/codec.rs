//! The wire names of types, fields and values.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    Fleet {
        id: required "id",
        ships: optional "ships",
    }
}

decode::has_id! {
    Fleet,
}

expand::paths! {
    Fleet {
        EXPAND_SHIPS = "ships",
    }
}
