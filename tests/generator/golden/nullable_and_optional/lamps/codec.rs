//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Lamp {
        id: required "id",
        nullable: optional "nullable",
        nullable_list: optional "nullable_list",
        optional: optional "optional",
        optional_object: optional "optional_object",
    }
    LampOptionalObject {
        color: optional "color",
    }
}

decode::has_id! {
    Lamp,
}
