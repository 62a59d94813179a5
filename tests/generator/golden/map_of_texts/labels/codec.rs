//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Label {
        counts: optional "counts",
        metadata: or_empty "metadata",
    }
}
