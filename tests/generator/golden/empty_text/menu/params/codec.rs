//! The wire names of types, fields and values.

use super::*;
use crate::runtime::{decode, encode};

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
