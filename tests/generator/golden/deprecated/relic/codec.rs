//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Relic {
        age: required "age",
        place: optional "place",
    }
}
