use crate::runtime::encode::Fields;

/// Parameters in `footer`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct FormFooterParams(pub(super) Fields);

impl FormFooterParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// At the end.
    #[inline]
    pub fn text(self, value: impl Into<String>) -> Self {
        Self(self.0.text("text", value))
    }
}
