/// Marks [`Expandable`](crate::Expandable) fields that refer to a `a_name_that_nobody_types_by_hand_or_no_line_target` object.
#[derive(Clone, Copy, Debug)]
pub enum ANameThatNobodyTypesByHandOrNoLineTargetRef {}
