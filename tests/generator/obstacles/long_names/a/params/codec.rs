//! The wire names of types, fields and values.

use crate::runtime::{decode, encode};
use super::*;

decode::open_enum! {
    ANameThatNobodyWritesByHandAndNoLineRequired {
        ANameThatNobodyWritesByHandAndNoLine = "a_name_that_nobody_writes_by_hand_and_no_line",
        ANameThatNobodyWritesByHandAndNoLine2 = "a_name_that_nobody_writes_by_hand_and_no_line_2",
    }
}

encode::params! {
    ANameThatNobodyWritesByHandAndNoLineParams,
    ANameThatNobodyWritesByHandAndNoLineObjectParams,
    UpdateANameThatNobodyWritesByHandAndNoLine,
}
