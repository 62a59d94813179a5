//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    Until {
        Now = "now",
    }
}

encode::params! {
    CreateKnob,
}
