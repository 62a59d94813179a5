//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    UpdateMenuFont {
        Sans = "sans",
        Serif = "serif",
    }
    UpdateMenuOrder {
        Manual = "manual",
    }
}

encode::params! {
    MenuCoverParams,
    UpdateMenu,
}
