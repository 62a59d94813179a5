//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Purse {
        optional: optional "optional",
        value: required "value",
        values: optional "values",
    }
}
