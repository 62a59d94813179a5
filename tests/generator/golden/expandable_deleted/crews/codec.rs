//! The wire names of types, fields and values.

use crate::runtime::{decode, expand};
use super::*;

decode::object! {
    Crew {
        cook: required "cook",
        id: required "id",
    }
}

decode::has_id! {
    Crew,
}

expand::paths! {
    Crew {
        EXPAND_COOK = "cook",
    }
}
