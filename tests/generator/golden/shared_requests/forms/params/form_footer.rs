use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters in `footer`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct FormFooterParams {
    pub(super) fields: Fields,
}

impl FormFooterParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// At the end.
    #[inline]
    pub fn text(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("text", value);
        self
    }
}
