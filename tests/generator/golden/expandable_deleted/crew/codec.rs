//! The wire names of types, fields and values.

use super::*;
use crate::runtime::{decode, expand};

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
