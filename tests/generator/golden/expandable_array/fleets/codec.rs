//! The wire names of types, fields and values.

use crate::runtime::{decode, expand};
use super::*;

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
