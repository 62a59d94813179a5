use crate::runtime::Secret;

/// The API's `vault_lock`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VaultLock {
    /// `code` in the API.
    pub code: Option<Secret>,
    /// `key` in the API.
    pub key: Option<String>,
}
