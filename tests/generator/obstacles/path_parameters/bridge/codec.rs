//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Bridge {
        id: required "id",
    }
}

decode::has_id! {
    Bridge,
}
