//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Relic {
        age: required "age",
        place: optional "place",
    }
}
