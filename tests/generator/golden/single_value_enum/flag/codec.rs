//! Names on the wire.

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
