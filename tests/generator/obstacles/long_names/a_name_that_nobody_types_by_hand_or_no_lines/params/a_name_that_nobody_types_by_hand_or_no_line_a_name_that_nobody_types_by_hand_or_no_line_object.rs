use crate::a_name_that_nobody_types_by_hand_or_no_lines::params::ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineObjectANameThatNobodyTypesByHandOrNoLineParams;
use crate::runtime::encode::Fields;

/// Parameters in `a_name_that_nobody_types_by_hand_or_no_line_object`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineObjectParams {
    pub(super) fields: Fields,
}

impl ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineObjectParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a_name_that_nobody_types_by_hand_or_no_line`.
    #[inline]
    pub fn a_name_that_nobody_types_by_hand_or_no_line(
        mut self,
        value: impl IntoIterator<
            Item = (
                impl Into<String>,
                ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineObjectANameThatNobodyTypesByHandOrNoLineParams,
            ),
        >,
    ) -> Self {
        self.fields.map("a_name_that_nobody_types_by_hand_or_no_line", value);
        self
    }
}
