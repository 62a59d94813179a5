//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Parcel {
        bare: optional "bare",
        content: required "content",
        customs: optional "customs",
    }
}
