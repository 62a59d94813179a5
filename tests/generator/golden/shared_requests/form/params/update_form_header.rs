use crate::runtime::encode::Fields;

/// Parameters in `header`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateFormHeaderParams(pub(super) Fields);

impl UpdateFormHeaderParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `title`.
    #[inline]
    pub fn title(self, value: impl Into<String>) -> Self {
        Self(self.0.text("title", value))
    }
}
