//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Oddity {
        _3ds: required "3ds",
        a_b: optional "a-b",
        a_c: optional "a.c",
        as_str: optional "as_str",
        async_: optional "async",
        await_: optional "await",
        clone: optional "clone",
        crate_: optional "crate",
        default: optional "default",
        description: optional "description",
        dyn_: optional "dyn",
        enum_: optional "enum",
        eq: optional "eq",
        fmt: optional "fmt",
        gen_: optional "gen",
        get: optional "get",
        id: optional "id",
        in_: optional "in",
        items: required "items",
        match_: optional "match",
        maybe: optional "maybe",
        new: required "new",
        object: optional "object",
        parts: optional "parts",
        properties: optional "properties",
        required: optional "required",
        self_: required "self",
        super_: optional "super",
        title: optional "title",
        try_: optional "try",
        type_: required "type",
        union: optional "union",
        value: optional "value",
        values: optional "values",
        ufc_nder: optional "ünder",
    }
    OddityParts {
        items: optional "items",
        required: optional "required",
        value: required "value",
    }
    OddityPartsItems {
        data: optional "data",
    }
}
