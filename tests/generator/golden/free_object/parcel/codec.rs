//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Parcel {
        content: required "content",
        bare: optional "bare",
        customs: optional "customs",
    }
}
