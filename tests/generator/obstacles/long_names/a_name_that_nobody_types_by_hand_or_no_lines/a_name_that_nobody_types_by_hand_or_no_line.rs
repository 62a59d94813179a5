use std::collections::BTreeMap;

use crate::a_name_that_nobody_types_by_hand_or_no_lines::ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineMap;
use crate::runtime::{Expandable, Unrecognized};
use crate::shared::ANameThatNobodyTypesByHandOrNoLineTargetRef;

/// The API's `a_name_that_nobody_types_by_hand_or_no_line`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ANameThatNobodyTypesByHandOrNoLine {
    /// `a_name_that_nobody_types_by_hand_or_no_line` in the API.
    pub a_name_that_nobody_types_by_hand_or_no_line: ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLine,
    /// `a_name_that_nobody_types_by_hand_or_no_line_expandable` in the API.
    pub a_name_that_nobody_types_by_hand_or_no_line_expandable: Option<
        Expandable<ANameThatNobodyTypesByHandOrNoLineTargetRef>,
    >,
    /// `a_name_that_nobody_types_by_hand_or_no_line_map` in the API.
    pub a_name_that_nobody_types_by_hand_or_no_line_map: Option<
        BTreeMap<
            String,
            Vec<ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineMap>,
        >,
    >,
    /// `id` in the API.
    pub id: String,
}

impl ANameThatNobodyTypesByHandOrNoLine {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "a_name_that_nobody_types_by_hand_or_no_line";
}

/// Values of `a_name_that_nobody_types_by_hand_or_no_line`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLine {
    /// `a_name_that_nobody_types_by_hand_or_no_line`
    ANameThatNobodyTypesByHandOrNoLine,
    /// `other`
    Other,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
