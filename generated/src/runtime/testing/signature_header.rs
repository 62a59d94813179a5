//! Signed webhooks.

use std::fmt;

use crate::runtime::timestamp::Timestamp;
use crate::runtime::webhook;
use crate::runtime::webhook::signature::Signature;

/// Signs payloads as Stripe does, for tests of an endpoint.
#[derive(Clone)]
#[must_use = "a header is made by `sign`"]
pub struct SignatureHeader {
    secret: String,
    timestamp: Option<Timestamp>,
    scheme: String,
}

impl SignatureHeader {
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
        let time = self.timestamp.unwrap_or_else(webhook::now).as_unix().to_string();
        let signature = Signature::new(&self.secret, &time, payload.as_ref());
        let signature = signature.map(Signature::into_hex).unwrap_or_default();
        format!("t={time},{}={signature}", self.scheme)
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
