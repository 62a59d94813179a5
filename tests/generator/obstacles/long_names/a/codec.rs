//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    ANameThatNobodyWouldWriteByHandAndNoLineHolds as "a_name_that_nobody_would_write_by_hand_and_no_line_holds" {
        id: required "id",
        a_name_that_nobody_would_write_by_hand_and_no_line_holds: required "a_name_that_nobody_would_write_by_hand_and_no_line_holds",
        a_name_that_nobody_would_write_by_hand_and_no_line_holds_expandable: optional "a_name_that_nobody_would_write_by_hand_and_no_line_holds_expandable",
        a_name_that_nobody_would_write_by_hand_and_no_line_holds_map: optional "a_name_that_nobody_would_write_by_hand_and_no_line_holds_map",
    }
    ANameThatNobodyWouldWriteByHandAndNoLineHoldsPart {
        a_name_that_nobody_would_write_by_hand_and_no_line_holds: optional "a_name_that_nobody_would_write_by_hand_and_no_line_holds",
    }
}

decode::has_id! {
    ANameThatNobodyWouldWriteByHandAndNoLineHolds,
}

decode::open_enum! {
    ANameThatNobodyWouldWriteByHandAndNoLineHoldsANameThatNobodyWouldWriteByHandAndNoLineHolds {
        ANameThatNobodyWouldWriteByHandAndNoLineHolds = "a_name_that_nobody_would_write_by_hand_and_no_line_holds",
        Other = "other",
    }
}

decode::opaque! {
    ANameThatNobodyWouldWriteByHandAndNoLineHoldsTarget as "a_name_that_nobody_would_write_by_hand_and_no_line_holds_target",
}

expand::paths! {
    ANameThatNobodyWouldWriteByHandAndNoLineHolds {
        EXPAND_A_NAME_THAT_NOBODY_WOULD_WRITE_BY_HAND_AND_NO_LINE_HOLDS_EXPANDABLE = "a_name_that_nobody_would_write_by_hand_and_no_line_holds_expandable",
    }
}
