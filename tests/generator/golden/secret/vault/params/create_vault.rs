use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/vaults`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateVault(pub(super) Fields);

impl CreateVault {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `code`.
    #[inline]
    pub fn code(self, value: impl Into<String>) -> Self {
        Self(self.0.secret("code", value))
    }

    /// Sets `key`.
    #[inline]
    pub fn key(self, value: impl Into<String>) -> Self {
        Self(self.0.text("key", value))
    }
}
