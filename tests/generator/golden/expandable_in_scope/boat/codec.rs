//! The wire names of types, fields and values.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    Boat as "boat" {
        id: required "id",
        home: required "home",
        last: optional "last",
    }
    BoatHarbor as "boat_harbor" {
        id: required "id",
    }
}

decode::has_id! {
    Boat,
    BoatHarbor,
}

decode::references! {
    BoatHarborRef => BoatHarbor as "boat_harbor",
}

expand::paths! {
    Boat {
        EXPAND_HOME = "home",
        EXPAND_LAST = "last",
    }
}
