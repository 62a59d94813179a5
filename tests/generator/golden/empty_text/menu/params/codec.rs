//! The wire names of types, fields and values.

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
