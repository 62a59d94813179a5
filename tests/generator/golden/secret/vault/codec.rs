//! Names on the wire.

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
