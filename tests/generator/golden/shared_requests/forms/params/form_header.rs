use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters in `header`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct FormHeaderParams {
    pub(super) fields: Fields,
}

impl FormHeaderParams {
    /// Creates parameters with the required values.
    pub fn new(title: impl IntoParam<String>) -> Self {
        Self { fields: Fields::new() }.title(title)
    }

    /// Sets `title`.
    #[inline]
    pub fn title(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("title", value);
        self
    }
}
