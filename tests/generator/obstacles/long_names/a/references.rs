/// Marks [`Expandable`](crate::Expandable) fields that refer to a `a_name_that_nobody_writes_by_hand_and_no_line_target` object.
#[derive(Clone, Copy, Debug)]
pub enum ANameThatNobodyWritesByHandAndNoLineTargetRef {}
