//! The wire names of types, fields and values.

use crate::runtime::{decode, expand};
use super::*;

decode::object! {
    Album {
        drafts: optional "drafts",
        id: required "id",
        pictures: or_empty "pictures",
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
