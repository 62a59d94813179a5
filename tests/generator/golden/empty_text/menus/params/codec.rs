//! The wire names of types, fields and values.

use crate::runtime::{decode, encode};
use super::*;

decode::open_enum! {
    MenuFont {
        Sans = "sans",
        Serif = "serif",
    }
    MenuOrder {
        Manual = "manual",
    }
}

encode::params! {
    MenuCoverParams,
    UpdateMenu,
}
