use crate::runtime::encode::Fields;

/// Parameters in `header`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct FormHeaderParams(pub(super) Fields);

impl FormHeaderParams {
    /// Creates parameters with the required values.
    pub fn new(title: impl Into<String>) -> Self {
        Self(Fields::new()).title(title)
    }

    /// Sets `title`.
    #[inline]
    pub fn title(self, value: impl Into<String>) -> Self {
        Self(self.0.text("title", value))
    }
}
