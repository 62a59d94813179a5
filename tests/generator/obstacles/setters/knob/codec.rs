//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Knob {
        id: required "id",
    }
}

decode::has_id! {
    Knob,
}
