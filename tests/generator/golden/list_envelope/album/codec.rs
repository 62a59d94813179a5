//! The wire names of types, fields and values.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    Album {
        id: required "id",
        pictures: or_empty "pictures",
        drafts: optional "drafts",
    }
    AlbumPicture {
        id: optional "id",
    }
}

decode::has_id! {
    Album,
}

expand::paths! {
    Album {
        EXPAND_DRAFTS = "drafts",
    }
}
