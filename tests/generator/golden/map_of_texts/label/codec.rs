//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Label {
        counts: optional "counts",
        metadata: or_empty "metadata",
    }
}
