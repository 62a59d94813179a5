//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Entry {
        id: required "id",
    }
}

decode::has_id! {
    Entry,
}
