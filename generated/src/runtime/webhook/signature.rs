//! The signature: HMAC-SHA256 of the time, a dot and the body.

use std::fmt::{self, Write};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::runtime::timestamp::Timestamp;

/// Whether one of the signatures is that of the payload, compared in constant time.
pub(super) fn is_signed(
    secret: &str,
    time: &str,
    payload: &[u8],
    signatures: &[[u8; 32]],
) -> bool {
    let Some(mac) = mac(secret, time, payload) else {
        return false;
    };
    signatures.iter().any(|signature| mac.clone().verify_slice(signature).is_ok())
}

fn mac(secret: &str, time: &str, payload: &[u8]) -> Option<Hmac<Sha256>> {
    // A key of any length will do, so there is always one.
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(payload);
    Some(mac)
}

/// Signs payloads as Stripe does, for tests of an endpoint.
#[derive(Clone)]
#[must_use = "a header is made by `sign`"]
pub struct TestHeader {
    secret: String,
    timestamp: Option<Timestamp>,
    scheme: String,
}

impl TestHeader {
    /// Signs with this secret.
    pub fn new(secret: impl Into<String>) -> Self {
        Self { secret: secret.into(), timestamp: None, scheme: "v1".to_owned() }
    }

    /// The time of signing; now by default.
    pub fn timestamp(mut self, timestamp: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(timestamp.into());
        self
    }

    /// The name of the scheme; `v1` by default, the only one that counts.
    pub fn scheme(mut self, scheme: impl Into<String>) -> Self {
        self.scheme = scheme.into();
        self
    }

    /// The header `Stripe-Signature` for a payload.
    #[must_use]
    pub fn sign(&self, payload: impl AsRef<[u8]>) -> String {
        let time = self.timestamp.unwrap_or_else(super::now).as_unix().to_string();
        let mut header = format!("t={time},{}=", self.scheme);
        if let Some(mac) = mac(&self.secret, &time, payload.as_ref()) {
            for byte in mac.finalize().into_bytes() {
                // Writing to a `String` cannot fail.
                let _ = write!(header, "{byte:02x}");
            }
        }
        header
    }
}

impl fmt::Debug for TestHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TestHeader")
            .field("timestamp", &self.timestamp)
            .field("scheme", &self.scheme)
            .finish_non_exhaustive()
    }
}
