use crate::runtime::encode::Fields;

/// Parameters in `cover`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct MenuCoverParams(pub(super) Fields);

impl MenuCoverParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `color`.
    #[inline]
    pub fn color(self, value: impl Into<String>) -> Self {
        Self(self.0.text("color", value))
    }
}
