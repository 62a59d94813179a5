use crate::runtime::encode::Fields;

/// Parameters of `bridge#new_`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct NewBridge(pub(super) Fields);

impl NewBridge {
    /// Nothing set yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `type`.
    #[inline]
    pub fn type_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("type", value))
    }
}
