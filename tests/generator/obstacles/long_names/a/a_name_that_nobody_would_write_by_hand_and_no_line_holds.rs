use std::collections::BTreeMap;

use crate::a::{
    ANameThatNobodyWouldWriteByHandAndNoLineHoldsPart,
    ANameThatNobodyWouldWriteByHandAndNoLineHoldsTarget,
};
use crate::runtime::{Expandable, Unrecognized};

/// The API's `a_name_that_nobody_would_write_by_hand_and_no_line_holds`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ANameThatNobodyWouldWriteByHandAndNoLineHolds {
    /// `id` in the API.
    pub id: String,
    /// `a_name_that_nobody_would_write_by_hand_and_no_line_holds` in the API.
    pub a_name_that_nobody_would_write_by_hand_and_no_line_holds:
        ANameThatNobodyWouldWriteByHandAndNoLineHoldsANameThatNobodyWouldWriteByHandAndNoLineHolds,
    /// `a_name_that_nobody_would_write_by_hand_and_no_line_holds_expandable` in the API.
    pub a_name_that_nobody_would_write_by_hand_and_no_line_holds_expandable:
        Option<Expandable<ANameThatNobodyWouldWriteByHandAndNoLineHoldsTarget>>,
    /// `a_name_that_nobody_would_write_by_hand_and_no_line_holds_map` in the API.
    pub a_name_that_nobody_would_write_by_hand_and_no_line_holds_map:
        Option<BTreeMap<String, Vec<ANameThatNobodyWouldWriteByHandAndNoLineHoldsPart>>>,
}

impl ANameThatNobodyWouldWriteByHandAndNoLineHolds {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "a_name_that_nobody_would_write_by_hand_and_no_line_holds";
}

/// Values of `a_name_that_nobody_would_write_by_hand_and_no_line_holds`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ANameThatNobodyWouldWriteByHandAndNoLineHoldsANameThatNobodyWouldWriteByHandAndNoLineHolds
{
    /// `a_name_that_nobody_would_write_by_hand_and_no_line_holds`
    ANameThatNobodyWouldWriteByHandAndNoLineHolds,
    /// `other`
    Other,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
