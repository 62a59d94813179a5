use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/vaults`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateVault {
    pub(super) fields: Fields,
}

impl CreateVault {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `code`.
    #[inline]
    pub fn code(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.secret("code", value);
        self
    }

    /// Sets `key`.
    #[inline]
    pub fn key(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("key", value);
        self
    }
}
