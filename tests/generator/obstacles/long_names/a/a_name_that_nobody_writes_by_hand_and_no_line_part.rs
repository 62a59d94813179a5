/// The API's `a_name_that_nobody_writes_by_hand_and_no_line_part`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ANameThatNobodyWritesByHandAndNoLinePart {
    /// `a_name_that_nobody_writes_by_hand_and_no_line` in the API.
    pub a_name_that_nobody_writes_by_hand_and_no_line: Option<String>,
}
