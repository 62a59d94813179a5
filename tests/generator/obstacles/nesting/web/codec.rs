//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Web {
        grid: optional "grid",
        maps: optional "maps",
        lists: optional "lists",
        enums: optional "enums",
        ids: optional "ids",
        listed: optional "listed",
        inline: optional "inline",
        inlines: optional "inlines",
    }
    WebKnot {
        tight: required "tight",
    }
    Deep {
        kind: optional "kind",
    }
    WebInline {
        deep: required "deep",
    }
    WebInlineItem {
        kind: optional "kind",
    }
}

decode::open_enum! {
    Enum {
        A = "a",
        B = "b",
    }
    Listed {
        X = "x",
        Y = "y",
    }
    DeepKind {
        P = "p",
        Q = "q",
    }
    InlineKind {
        R = "r",
        S = "s",
    }
}

decode::opaque! {
    WebKnotOwner as "web_knot_owner",
}
