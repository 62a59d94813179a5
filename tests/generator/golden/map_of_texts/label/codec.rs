//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Label {
        metadata: or_empty "metadata",
        counts: optional "counts",
    }
}
