//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Medal as "medal.gold" {
        rim: optional "rim",
        weight: optional "weight",
    }
    MedalRim {
        object: optional "object",
    }
}
