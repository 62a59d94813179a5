//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Oddity {
        type_: required "type",
        in_: optional "in",
        self_: required "self",
        super_: optional "super",
        crate_: optional "crate",
        _3ds: required "3ds",
        items: required "items",
        description: optional "description",
        title: optional "title",
        required: optional "required",
        properties: optional "properties",
        enum_: optional "enum",
        object: optional "object",
        new: required "new",
        get: optional "get",
        maybe: optional "maybe",
        clone: optional "clone",
        default: optional "default",
        eq: optional "eq",
        fmt: optional "fmt",
        async_: optional "async",
        await_: optional "await",
        dyn_: optional "dyn",
        gen_: optional "gen",
        try_: optional "try",
        union: optional "union",
        match_: optional "match",
        as_str: optional "as_str",
        id: optional "id",
        a_b: optional "a-b",
        a_c: optional "a.c",
        ufc_nder: optional "ünder",
        value: optional "value",
        values: optional "values",
        parts: optional "parts",
    }
    OddityPart {
        items: optional "items",
        required: optional "required",
        value: required "value",
    }
    OddityPartItems {
        data: optional "data",
    }
}
