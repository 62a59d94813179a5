//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    BoatHarbor as "boat_harbor" {
        id: required "id",
    }
}

decode::has_id! {
    BoatHarbor,
}

decode::references! {
    BoatHarborRef => BoatHarbor as "boat_harbor",
}
