//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::union! {
    OfficeLatest {
        #[cfg(feature = "letters")]
        Letter = "letter",
        #[cfg(feature = "parcels")]
        Parcel = "parcel",
    }
}

decode::references! {
    OfficeLatestRef => OfficeLatest,
}
