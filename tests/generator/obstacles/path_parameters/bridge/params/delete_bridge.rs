use crate::runtime::encode::Fields;

/// Parameters of `bridge#bridges.ropes.delete`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct DeleteBridge(pub(super) Fields);

impl DeleteBridge {
    /// Nothing set yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `gently`.
    #[inline]
    pub fn gently(self, value: bool) -> Self {
        Self(self.0.boolean("gently", value))
    }
}
