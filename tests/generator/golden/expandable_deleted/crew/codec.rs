//! The wire names of types, fields and values.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    Crew {
        id: required "id",
        cook: required "cook",
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
