//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    CreateWebList {
        A = "a",
        B = "b",
    }
    DeepDeepDeep {
        V = "v",
        W = "w",
    }
}

encode::params! {
    Empty,
    DeepDeep,
    Deep,
    CreateWeb,
}
