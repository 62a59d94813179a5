//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Label {
        metadata: required "metadata",
        counts: optional "counts",
    }
}
