//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Journal {
        lines: or_empty "lines",
        title: optional "title",
    }
}
