//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Parcel {
        content: required "content",
        bare: optional "bare",
        customs: optional "customs",
    }
}
