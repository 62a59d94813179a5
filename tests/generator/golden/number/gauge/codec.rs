//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Gauge {
        value: required "value",
        optional: optional "optional",
        values: optional "values",
    }
}
