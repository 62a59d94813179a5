//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Journal {
        lines: or_empty "lines",
        title: optional "title",
    }
}
