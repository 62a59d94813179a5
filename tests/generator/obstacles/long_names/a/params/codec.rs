//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    ANameThatNobodyWouldWriteByHandAndNoLineHoldsRequired {
        ANameThatNobodyWouldWriteByHandAndNoLineHolds = "a_name_that_nobody_would_write_by_hand_and_no_line_holds",
        ANameThatNobodyWouldWriteByHandAndNoLineHolds2 = "a_name_that_nobody_would_write_by_hand_and_no_line_holds_2",
    }
}

encode::params! {
    ANameThatNobodyWouldWriteByHandAndNoLineHold,
    ANameThatNobodyWouldWriteByHandAndNoLineHoldsObject,
    UpdateANameThatNobodyWouldWriteByHandAndNoLineHolds,
}
