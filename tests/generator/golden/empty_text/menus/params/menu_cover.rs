use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters in `cover`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct MenuCoverParams {
    pub(super) fields: Fields,
}

impl MenuCoverParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `color`.
    #[inline]
    pub fn color(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("color", value);
        self
    }
}
