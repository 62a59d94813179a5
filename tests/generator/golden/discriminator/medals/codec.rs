//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Medal as "medal.gold" {
        rim: optional "rim",
        weight: optional "weight",
    }
    MedalRim {
        object: optional "object",
    }
}
