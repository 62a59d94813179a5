//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    CodecObject {
        inner: optional "inner",
        inner_book: optional "inner_book",
        object: optional "object",
    }
    Shelf {
        id: required "id",
    }
    Shelves {
        id: required "id",
    }
    Inner {
        kind: optional "kind",
    }
    ObjectObject {
        id: required "id",
    }
}

decode::has_id! {
    Shelf,
    Shelves,
    ObjectObject,
}

decode::open_enum! {
    InnerKind {
        A = "a",
        B = "b",
    }
}
