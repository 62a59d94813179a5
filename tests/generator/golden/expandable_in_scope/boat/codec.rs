//! The wire names of types, fields and values.

use crate::runtime::{decode, expand};
use super::*;

decode::object! {
    BoatHarbor as "boat_harbor" {
        id: required "id",
    }
    Boat as "boat" {
        home: required "home",
        id: required "id",
        last: optional "last",
    }
}

decode::has_id! {
    BoatHarbor,
    Boat,
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
