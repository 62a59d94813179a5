use crate::runtime::Opaque;

/// The API's `a_name_that_nobody_writes_by_hand_and_no_line_target`, of which this crate knows the id. The rest is JSON that can be decoded as a type of yours.
#[derive(Clone, Debug, PartialEq)]
pub struct ANameThatNobodyWritesByHandAndNoLineTarget(pub(super) Opaque);
