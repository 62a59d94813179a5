//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

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
