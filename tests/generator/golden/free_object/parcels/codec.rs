//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Parcel {
        bare: optional "bare",
        content: required "content",
        customs: optional "customs",
    }
}
