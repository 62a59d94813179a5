//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Notice as "notice" {
        data: required "data",
        id: required "id",
        type_: required "type",
    }
    NoticeData {
        object: required "object",
    }
}

decode::has_id! {
    Notice,
}

decode::open_enum! {
    NoticeType {
        LetterPosted = "letter.posted",
        ParcelPosted = "parcel.posted",
    }
}

decode::union! {
    NoticeObject {
        #[cfg(feature = "letters")]
        Letter = "letter",
        #[cfg(feature = "parcels")]
        Parcel = "parcel",
    }
}
