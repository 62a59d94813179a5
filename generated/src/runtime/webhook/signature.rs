//! The signature: HMAC-SHA256 of the time, a dot and the body.

use std::fmt::{self, Write};

use hmac::digest::CtOutput;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::header::SIGNATURE;
use crate::runtime::timestamp::Timestamp;

/// The signature that a payload must have.
pub(super) struct Signature(CtOutput<Hmac<Sha256>>);

impl Signature {
    pub(super) fn new(secret: &str, time: &str, payload: &[u8]) -> Option<Self> {
        // A key of any length will do, so there is always one.
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
        mac.update(time.as_bytes());
        mac.update(b".");
        mac.update(payload);
        Some(Self(mac.finalize()))
    }

    /// Compares in constant time.
    pub(super) fn is(&self, given: [u8; SIGNATURE]) -> bool {
        self.0 == CtOutput::new(given.into())
    }
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
        if let Some(signature) = Signature::new(&self.secret, &time, payload.as_ref()) {
            for byte in signature.0.into_bytes() {
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
