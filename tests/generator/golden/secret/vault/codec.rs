//! The wire names of types, fields and values.

use super::*;
use crate::runtime::decode;

decode::object! {
    Vault {
        code: required "code",
        key: optional "key",
        lock: optional "lock",
    }
    VaultLock {
        code: optional "code",
        key: optional "key",
    }
}
