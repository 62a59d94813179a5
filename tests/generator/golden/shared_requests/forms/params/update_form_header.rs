use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters in `header`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateFormHeaderParams {
    pub(super) fields: Fields,
}

impl UpdateFormHeaderParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `title`.
    #[inline]
    pub fn title(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("title", value);
        self
    }
}
