//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    Album {
        id: required "id",
        pictures: required "pictures",
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
