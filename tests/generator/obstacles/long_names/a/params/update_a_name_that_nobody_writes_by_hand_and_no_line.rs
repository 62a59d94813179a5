use crate::a::params::ANameThatNobodyWritesByHandAndNoLineObjectParams;
use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/a_name_that_nobody_writes_by_hand_and_no_lines/{a_name_that_nobody_writes_by_hand_and_no_line_id}`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateANameThatNobodyWritesByHandAndNoLine(pub(super) Fields);

impl UpdateANameThatNobodyWritesByHandAndNoLine {
    /// Creates parameters with the required values.
    pub fn new(
        a_name_that_nobody_writes_by_hand_and_no_line_required: ANameThatNobodyWritesByHandAndNoLineRequired,
        a_name_that_nobody_writes_by_hand_and_no_line_other: impl IntoIterator<
            Item = impl Into<String>,
        >,
    ) -> Self {
        Self(Fields::new())
            .a_name_that_nobody_writes_by_hand_and_no_line_required(
                a_name_that_nobody_writes_by_hand_and_no_line_required,
            )
            .a_name_that_nobody_writes_by_hand_and_no_line_other(
                a_name_that_nobody_writes_by_hand_and_no_line_other,
            )
    }

    /// Sets `a_name_that_nobody_writes_by_hand_and_no_line_required`.
    #[inline]
    pub fn a_name_that_nobody_writes_by_hand_and_no_line_required(
        self,
        value: ANameThatNobodyWritesByHandAndNoLineRequired,
    ) -> Self {
        Self(self.0.set("a_name_that_nobody_writes_by_hand_and_no_line_required", value))
    }

    /// Sets `a_name_that_nobody_writes_by_hand_and_no_line_other`.
    #[inline]
    pub fn a_name_that_nobody_writes_by_hand_and_no_line_other(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(self.0.texts("a_name_that_nobody_writes_by_hand_and_no_line_other", value))
    }

    /// Sets `a_name_that_nobody_writes_by_hand_and_no_line`.
    #[inline]
    pub fn a_name_that_nobody_writes_by_hand_and_no_line(
        self,
        value: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        Self(self.0.text_map("a_name_that_nobody_writes_by_hand_and_no_line", value))
    }

    /// Clears `a_name_that_nobody_writes_by_hand_and_no_line` on the server by sending it empty.
    #[inline]
    pub fn clear_a_name_that_nobody_writes_by_hand_and_no_line(self) -> Self {
        Self(self.0.clear("a_name_that_nobody_writes_by_hand_and_no_line"))
    }

    /// Sets `a_name_that_nobody_writes_by_hand_and_no_line_object`.
    #[inline]
    pub fn a_name_that_nobody_writes_by_hand_and_no_line_object(
        self,
        value: ANameThatNobodyWritesByHandAndNoLineObjectParams,
    ) -> Self {
        Self(self.0.set("a_name_that_nobody_writes_by_hand_and_no_line_object", value))
    }
}

/// Values of `a_name_that_nobody_writes_by_hand_and_no_line_required`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ANameThatNobodyWritesByHandAndNoLineRequired {
    /// `a_name_that_nobody_writes_by_hand_and_no_line`
    ANameThatNobodyWritesByHandAndNoLine,
    /// `a_name_that_nobody_writes_by_hand_and_no_line_2`
    ANameThatNobodyWritesByHandAndNoLine2,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
