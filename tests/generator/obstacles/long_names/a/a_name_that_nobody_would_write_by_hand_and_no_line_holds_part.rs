/// The API's `a_name_that_nobody_would_write_by_hand_and_no_line_holds_part`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ANameThatNobodyWouldWriteByHandAndNoLineHoldsPart {
    /// `a_name_that_nobody_would_write_by_hand_and_no_line_holds` in the API.
    pub a_name_that_nobody_would_write_by_hand_and_no_line_holds: Option<String>,
}
