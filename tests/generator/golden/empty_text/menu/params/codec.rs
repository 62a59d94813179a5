//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    Font {
        Sans = "sans",
        Serif = "serif",
    }
    Order {
        Manual = "manual",
    }
}

encode::params! {
    Cover,
    UpdateMenu,
}
