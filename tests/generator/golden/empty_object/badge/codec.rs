//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Badge {
        ribbon: optional "ribbon",
    }
    BadgeRibbon {}
}
