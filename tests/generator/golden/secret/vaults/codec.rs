//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

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
