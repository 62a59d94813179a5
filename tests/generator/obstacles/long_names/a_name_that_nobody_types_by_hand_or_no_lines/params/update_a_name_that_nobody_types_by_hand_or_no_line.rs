use crate::a_name_that_nobody_types_by_hand_or_no_lines::params::ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineObjectParams;
use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/a_name_that_nobody_types_by_hand_or_no_lines/{a_name_that_nobody_types_by_hand_or_no_line_id}`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateANameThatNobodyTypesByHandOrNoLine {
    pub(super) fields: Fields,
}

impl UpdateANameThatNobodyTypesByHandOrNoLine {
    /// Creates parameters with the required values.
    pub fn new(
        a_name_that_nobody_types_by_hand_or_no_line_other: impl IntoIterator<
            Item = impl Into<String>,
        >,
        a_name_that_nobody_types_by_hand_or_no_line_required: ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineRequired,
    ) -> Self {
        Self { fields: Fields::new() }
            .a_name_that_nobody_types_by_hand_or_no_line_other(
                a_name_that_nobody_types_by_hand_or_no_line_other,
            )
            .a_name_that_nobody_types_by_hand_or_no_line_required(
                a_name_that_nobody_types_by_hand_or_no_line_required,
            )
    }

    /// Sets `a_name_that_nobody_types_by_hand_or_no_line`.
    #[inline]
    pub fn a_name_that_nobody_types_by_hand_or_no_line(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.fields.text_map("a_name_that_nobody_types_by_hand_or_no_line", value);
        self
    }

    /// Clears `a_name_that_nobody_types_by_hand_or_no_line` on the server by sending it empty.
    #[inline]
    pub fn clear_a_name_that_nobody_types_by_hand_or_no_line(mut self) -> Self {
        self.fields.clear("a_name_that_nobody_types_by_hand_or_no_line");
        self
    }

    /// Sets `a_name_that_nobody_types_by_hand_or_no_line_object`.
    #[inline]
    pub fn a_name_that_nobody_types_by_hand_or_no_line_object(
        mut self,
        value: ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineObjectParams,
    ) -> Self {
        self.fields.set("a_name_that_nobody_types_by_hand_or_no_line_object", value);
        self
    }

    /// Sets `a_name_that_nobody_types_by_hand_or_no_line_other`.
    #[inline]
    pub fn a_name_that_nobody_types_by_hand_or_no_line_other(
        mut self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.fields.texts("a_name_that_nobody_types_by_hand_or_no_line_other", value);
        self
    }

    /// Sets `a_name_that_nobody_types_by_hand_or_no_line_required`.
    #[inline]
    pub fn a_name_that_nobody_types_by_hand_or_no_line_required(
        mut self,
        value: ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineRequired,
    ) -> Self {
        self.fields.set("a_name_that_nobody_types_by_hand_or_no_line_required", value);
        self
    }
}

/// Values of `a_name_that_nobody_types_by_hand_or_no_line_required`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ANameThatNobodyTypesByHandOrNoLineANameThatNobodyTypesByHandOrNoLineRequired {
    /// `a_name_that_nobody_types_by_hand_or_no_line`
    ANameThatNobodyTypesByHandOrNoLine,
    /// `a_name_that_nobody_types_by_hand_or_no_line_2`
    ANameThatNobodyTypesByHandOrNoLine2,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
