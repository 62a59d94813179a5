//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Badge {
        ribbon: optional "ribbon",
    }
    BadgeRibbon {}
}
