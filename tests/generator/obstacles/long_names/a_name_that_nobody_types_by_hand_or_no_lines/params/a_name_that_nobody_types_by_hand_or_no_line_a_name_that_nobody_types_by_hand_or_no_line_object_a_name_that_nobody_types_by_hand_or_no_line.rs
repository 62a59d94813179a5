use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters in `a_name_that_nobody_types_by_hand_or_no_line_object.a_name_that_nobody_types_by_hand_or_no_line{}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineObjectANameThatNobodyTypesByHandOrNoLineParams {
    pub(super) fields: Fields,
}

impl ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineObjectANameThatNobodyTypesByHandOrNoLineParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a_name_that_nobody_types_by_hand_or_no_line_sub`.
    #[inline]
    pub fn a_name_that_nobody_types_by_hand_or_no_line_sub(
        mut self,
        value: impl IntoParam<String>,
    ) -> Self {
        self.fields.text("a_name_that_nobody_types_by_hand_or_no_line_sub", value);
        self
    }
}
