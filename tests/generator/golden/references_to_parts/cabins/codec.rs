//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Cabin {
        color: optional "color",
        flap: optional "flap",
        name: required "name",
    }
    CabinFlap {
        width: optional "width",
    }
}

decode::open_enum! {
    CabinColor {
        Red = "red",
    }
}
