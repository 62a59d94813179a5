use crate::a::params::ANameThatNobodyWouldWriteByHandAndNoLineHoldsObject;
use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;

/// Parameters of `a_name_that_nobody_would_write_by_hand_and_no_line_holds#update`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateANameThatNobodyWouldWriteByHandAndNoLineHolds(pub(super) Fields);

impl UpdateANameThatNobodyWouldWriteByHandAndNoLineHolds {
    /// With what is required.
    pub fn new(
        a_name_that_nobody_would_write_by_hand_and_no_line_holds_required: ANameThatNobodyWouldWriteByHandAndNoLineHoldsRequired,
        a_name_that_nobody_would_write_by_hand_and_no_line_holds_other: impl IntoIterator<
            Item = impl Into<String>,
        >,
    ) -> Self {
        Self(
            Fields::new()
                .set("a_name_that_nobody_would_write_by_hand_and_no_line_holds_required", a_name_that_nobody_would_write_by_hand_and_no_line_holds_required)
                .texts("a_name_that_nobody_would_write_by_hand_and_no_line_holds_other", a_name_that_nobody_would_write_by_hand_and_no_line_holds_other),
        )
    }

    /// Sets `a_name_that_nobody_would_write_by_hand_and_no_line_holds_required`.
    #[inline]
    pub fn a_name_that_nobody_would_write_by_hand_and_no_line_holds_required(
        self,
        value: ANameThatNobodyWouldWriteByHandAndNoLineHoldsRequired,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "a_name_that_nobody_would_write_by_hand_and_no_line_holds_required",
                    value,
                ),
        )
    }

    /// Sets `a_name_that_nobody_would_write_by_hand_and_no_line_holds_other`.
    #[inline]
    pub fn a_name_that_nobody_would_write_by_hand_and_no_line_holds_other(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(
            self
                .0
                .texts(
                    "a_name_that_nobody_would_write_by_hand_and_no_line_holds_other",
                    value,
                ),
        )
    }

    /// Sets `a_name_that_nobody_would_write_by_hand_and_no_line_holds`.
    #[inline]
    pub fn a_name_that_nobody_would_write_by_hand_and_no_line_holds(
        self,
        value: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        Self(
            self
                .0
                .text_map(
                    "a_name_that_nobody_would_write_by_hand_and_no_line_holds",
                    value,
                ),
        )
    }

    /// Clears `a_name_that_nobody_would_write_by_hand_and_no_line_holds`: it is sent empty.
    #[inline]
    pub fn clear_a_name_that_nobody_would_write_by_hand_and_no_line_holds(self) -> Self {
        Self(self.0.clear("a_name_that_nobody_would_write_by_hand_and_no_line_holds"))
    }

    /// Sets `a_name_that_nobody_would_write_by_hand_and_no_line_holds_object`.
    #[inline]
    pub fn a_name_that_nobody_would_write_by_hand_and_no_line_holds_object(
        self,
        value: ANameThatNobodyWouldWriteByHandAndNoLineHoldsObject,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "a_name_that_nobody_would_write_by_hand_and_no_line_holds_object",
                    value,
                ),
        )
    }
}

/// Values of `a_name_that_nobody_would_write_by_hand_and_no_line_holds_required`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ANameThatNobodyWouldWriteByHandAndNoLineHoldsRequired {
    /// `a_name_that_nobody_would_write_by_hand_and_no_line_holds`
    ANameThatNobodyWouldWriteByHandAndNoLineHolds,
    /// `a_name_that_nobody_would_write_by_hand_and_no_line_holds_2`
    ANameThatNobodyWouldWriteByHandAndNoLineHolds2,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
