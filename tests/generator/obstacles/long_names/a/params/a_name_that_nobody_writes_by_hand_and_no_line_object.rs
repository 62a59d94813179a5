use crate::a::params::ANameThatNobodyWritesByHandAndNoLineParams;
use crate::runtime::encode::Fields;

/// Parameters in `a_name_that_nobody_writes_by_hand_and_no_line_object`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct ANameThatNobodyWritesByHandAndNoLineObjectParams {
    pub(super) fields: Fields,
}

impl ANameThatNobodyWritesByHandAndNoLineObjectParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a_name_that_nobody_writes_by_hand_and_no_line`.
    #[inline]
    pub fn a_name_that_nobody_writes_by_hand_and_no_line(
        mut self,
        value: impl IntoIterator<
            Item = (impl Into<String>, ANameThatNobodyWritesByHandAndNoLineParams),
        >,
    ) -> Self {
        self.fields.map("a_name_that_nobody_writes_by_hand_and_no_line", value);
        self
    }
}
