//! The wire names of types, fields and values.

use crate::runtime::{decode, expand};
use super::*;

decode::object! {
    Office as "office" {
        id: required "id",
        latest: required "latest",
    }
}

decode::has_id! {
    Office,
}

expand::paths! {
    Office {
        EXPAND_LATEST = "latest",
    }
}
