use std::collections::BTreeMap;

use crate::a::{
    ANameThatNobodyWritesByHandAndNoLinePart,
    ANameThatNobodyWritesByHandAndNoLineTargetRef,
};
use crate::runtime::{Expandable, Unrecognized};

/// The API's `a_name_that_nobody_writes_by_hand_and_no_line`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ANameThatNobodyWritesByHandAndNoLine {
    /// `a_name_that_nobody_writes_by_hand_and_no_line` in the API.
    pub a_name_that_nobody_writes_by_hand_and_no_line: ANameThatNobodyWritesByHandAndNoLineANameThatNobodyWritesByHandAndNoLine,
    /// `a_name_that_nobody_writes_by_hand_and_no_line_expandable` in the API.
    pub a_name_that_nobody_writes_by_hand_and_no_line_expandable: Option<
        Expandable<ANameThatNobodyWritesByHandAndNoLineTargetRef>,
    >,
    /// `a_name_that_nobody_writes_by_hand_and_no_line_map` in the API.
    pub a_name_that_nobody_writes_by_hand_and_no_line_map: Option<
        BTreeMap<String, Vec<ANameThatNobodyWritesByHandAndNoLinePart>>,
    >,
    /// `id` in the API.
    pub id: String,
}

impl ANameThatNobodyWritesByHandAndNoLine {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "a_name_that_nobody_writes_by_hand_and_no_line";
}

/// Values of `a_name_that_nobody_writes_by_hand_and_no_line`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ANameThatNobodyWritesByHandAndNoLineANameThatNobodyWritesByHandAndNoLine {
    /// `a_name_that_nobody_writes_by_hand_and_no_line`
    ANameThatNobodyWritesByHandAndNoLine,
    /// `other`
    Other,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
