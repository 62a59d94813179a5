//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Harbor {
        city: required "city",
    }
}
