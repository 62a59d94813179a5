//! The wire names of types, fields and values.

use crate::runtime::{decode, expand};
use super::*;

decode::object! {
    Chain {
        by_name: optional "by_name",
        id: required "id",
        kind: required "kind",
        links: or_empty "links",
        next: optional "next",
        origin: optional "origin",
        other: optional "other",
        some_end: optional "some_end",
    }
    ChainLink {
        chains: or_empty "chains",
        end: required "end",
    }
    ChainEndHook as "hook" {
        end: required "end",
    }
    ChainEndRing as "ring" {
        chain: optional "chain",
    }
}

decode::has_id! {
    Chain,
    ChainEndHook none,
    ChainEndRing none,
}

decode::open_enum! {
    ChainKind {
        Gold = "gold",
        Iron = "iron",
    }
}

decode::union! {
    ChainEnd {
        ChainEndHook = "hook",
        ChainEndRing = "ring",
    }
}

decode::references! {
    ChainRef => Chain,
}

expand::paths! {
    Chain {
        EXPAND_BY_NAME_BY_NAME_BY_NAME_ORIGIN = "by_name.by_name.by_name.origin",
        EXPAND_BY_NAME_BY_NAME_NEXT_ORIGIN = "by_name.by_name.next.origin",
        EXPAND_BY_NAME_BY_NAME_ORIGIN = "by_name.by_name.origin",
        EXPAND_BY_NAME_LINKS_CHAINS_ORIGIN = "by_name.links.chains.origin",
        EXPAND_BY_NAME_NEXT_BY_NAME_ORIGIN = "by_name.next.by_name.origin",
        EXPAND_BY_NAME_NEXT_NEXT_ORIGIN = "by_name.next.next.origin",
        EXPAND_BY_NAME_NEXT_ORIGIN = "by_name.next.origin",
        EXPAND_BY_NAME_ORIGIN = "by_name.origin",
        EXPAND_BY_NAME_OTHER_CHAINS_ORIGIN = "by_name.other.chains.origin",
        EXPAND_LINKS_CHAINS_BY_NAME_ORIGIN = "links.chains.by_name.origin",
        EXPAND_LINKS_CHAINS_NEXT_ORIGIN = "links.chains.next.origin",
        EXPAND_LINKS_CHAINS_ORIGIN = "links.chains.origin",
        EXPAND_NEXT_BY_NAME_BY_NAME_ORIGIN = "next.by_name.by_name.origin",
        EXPAND_NEXT_BY_NAME_NEXT_ORIGIN = "next.by_name.next.origin",
        EXPAND_NEXT_BY_NAME_ORIGIN = "next.by_name.origin",
        EXPAND_NEXT_LINKS_CHAINS_ORIGIN = "next.links.chains.origin",
        EXPAND_NEXT_NEXT_BY_NAME_ORIGIN = "next.next.by_name.origin",
        EXPAND_NEXT_NEXT_NEXT_ORIGIN = "next.next.next.origin",
        EXPAND_NEXT_NEXT_ORIGIN = "next.next.origin",
        EXPAND_NEXT_ORIGIN = "next.origin",
        EXPAND_NEXT_OTHER_CHAINS_ORIGIN = "next.other.chains.origin",
        EXPAND_ORIGIN = "origin",
        EXPAND_OTHER_CHAINS_BY_NAME_ORIGIN = "other.chains.by_name.origin",
        EXPAND_OTHER_CHAINS_NEXT_ORIGIN = "other.chains.next.origin",
        EXPAND_OTHER_CHAINS_ORIGIN = "other.chains.origin",
    }
}
