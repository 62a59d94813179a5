use crate::runtime::encode::Fields;

/// Parameters in `a_name_that_nobody_writes_by_hand_and_no_line_object.a_name_that_nobody_writes_by_hand_and_no_line{}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct ANameThatNobodyWritesByHandAndNoLineParams(pub(super) Fields);

impl ANameThatNobodyWritesByHandAndNoLineParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a_name_that_nobody_writes_by_hand_and_no_line_sub`.
    #[inline]
    pub fn a_name_that_nobody_writes_by_hand_and_no_line_sub(
        self,
        value: impl Into<String>,
    ) -> Self {
        Self(self.0.text("a_name_that_nobody_writes_by_hand_and_no_line_sub", value))
    }
}
