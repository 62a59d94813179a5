//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Flag {
        state: optional "state",
    }
}

decode::open_enum! {
    FlagState {
        Raised = "raised",
    }
}
