//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Gauge {
        optional: optional "optional",
        value: required "value",
        values: optional "values",
    }
}
