//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Clock {
        value: required "value",
        optional: optional "optional",
        values: optional "values",
    }
}
