//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Medal as "medal.gold" {
        weight: optional "weight",
        rim: optional "rim",
    }
    MedalRim {
        object: optional "object",
    }
}
