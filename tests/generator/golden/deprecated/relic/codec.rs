//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Relic {
        age: required "age",
        place: optional "place",
    }
}
