//! Signed webhooks.

use std::fmt;

use crate::runtime::values::timestamp::Timestamp;
use crate::runtime::webhook;
use crate::runtime::webhook::signature::Signature;

/// Creates `Stripe-Signature` headers, for tests of a webhook endpoint.
#[derive(Clone)]
#[must_use = "headers are created by `sign`"]
pub struct SignatureHeader {
    secret: String,
    timestamp: Option<Timestamp>,
    scheme: String,
}

impl SignatureHeader {
    /// Creates a signer with the secret of the endpoint.
    pub fn new(secret: impl Into<String>) -> Self {
        Self { secret: secret.into(), timestamp: None, scheme: "v1".to_owned() }
    }

    /// Sets the time of the signature. Defaults to the current time.
    pub fn timestamp(mut self, timestamp: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(timestamp.into());
        self
    }

    /// Sets the name of the signature scheme. Defaults to `v1`, the only scheme that is
    /// verified.
    pub fn scheme(mut self, scheme: impl Into<String>) -> Self {
        self.scheme = scheme.into();
        self
    }

    /// Returns the `Stripe-Signature` header for a payload.
    #[must_use]
    pub fn sign(&self, payload: impl AsRef<[u8]>) -> String {
        let time = self.timestamp.unwrap_or_else(webhook::now).as_unix().to_string();
        let signature = Signature::new(&self.secret, &time, payload.as_ref());
        format!("t={time},{}={}", self.scheme, signature.into_hex())
    }
}

impl fmt::Debug for SignatureHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignatureHeader")
            .field("timestamp", &self.timestamp)
            .field("scheme", &self.scheme)
            .finish_non_exhaustive()
    }
}
