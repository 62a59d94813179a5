//! Names on the wire.

use super::*;
use crate::runtime::decode;

decode::object! {
    Book {
        id: required "id",
    }
}

decode::has_id! {
    Book,
}
