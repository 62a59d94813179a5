use crate::a::params::ANameThatNobodyWouldWriteByHandAndNoLineHold;
use crate::runtime::encode::Fields;

/// Parameters in `a_name_that_nobody_would_write_by_hand_and_no_line_holds_object`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct ANameThatNobodyWouldWriteByHandAndNoLineHoldsObject(pub(super) Fields);

impl ANameThatNobodyWouldWriteByHandAndNoLineHoldsObject {
    /// Nothing set yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a_name_that_nobody_would_write_by_hand_and_no_line_holds`.
    #[inline]
    pub fn a_name_that_nobody_would_write_by_hand_and_no_line_holds(
        self,
        value: impl IntoIterator<
            Item = (impl Into<String>, ANameThatNobodyWouldWriteByHandAndNoLineHold),
        >,
    ) -> Self {
        Self(
            self.0.map("a_name_that_nobody_would_write_by_hand_and_no_line_holds", value),
        )
    }
}
