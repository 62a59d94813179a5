use crate::runtime::encode::Fields;

/// Parameters of `bridge#delete`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct BridgeDeleteBridge(pub(super) Fields);

impl BridgeDeleteBridge {
    /// With what is required.
    pub fn new(force: bool) -> Self {
        Self(Fields::new().boolean("force", force))
    }

    /// Sets `force`.
    #[inline]
    pub fn force(self, value: bool) -> Self {
        Self(self.0.boolean("force", value))
    }
}
