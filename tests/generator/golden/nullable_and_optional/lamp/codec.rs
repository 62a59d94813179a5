//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Lamp {
        id: required "id",
        nullable: optional "nullable",
        optional: optional "optional",
        optional_object: optional "optional_object",
        nullable_list: optional "nullable_list",
    }
    LampShade {
        color: optional "color",
    }
}

decode::has_id! {
    Lamp,
}
