/// The API's `a_name_that_nobody_types_by_hand_or_no_line_part`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineMap {
    /// `a_name_that_nobody_types_by_hand_or_no_line` in the API.
    pub a_name_that_nobody_types_by_hand_or_no_line: Option<String>,
}
