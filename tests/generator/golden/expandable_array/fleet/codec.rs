//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    Fleet {
        id: required "id",
        ships: optional "ships",
    }
}

decode::has_id! {
    Fleet,
}

decode::opaque! {
    FleetShip as "fleet_ship",
}

expand::paths! {
    Fleet {
        EXPAND_SHIPS = "ships",
    }
}
