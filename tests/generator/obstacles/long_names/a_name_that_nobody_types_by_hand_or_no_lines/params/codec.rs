//! The wire names of types, fields and values.

use crate::runtime::{decode, encode};
use super::*;

decode::open_enum! {
    ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineRequired {
        ANameThatNobodyTypesByHandOrNoLine = "a_name_that_nobody_types_by_hand_or_no_line",
        ANameThatNobodyTypesByHandOrNoLine2 = "a_name_that_nobody_types_by_hand_or_no_line_2",
    }
}

encode::params! {
    ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineObjectANameThatNobodyTypesByHandOrNoLineParams,
    ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineObjectParams,
    UpdateANameThatNobodyTypesByHandOrNoLine,
}
