use crate::runtime::Secret;
use crate::vaults::VaultLock;

/// The API's `vault`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Vault {
    /// `code` in the API.
    pub code: Secret,
    /// `key` in the API.
    pub key: Option<Secret>,
    /// `lock` in the API.
    pub lock: Option<Box<VaultLock>>,
}
