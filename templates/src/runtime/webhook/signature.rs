//! The signature: HMAC-SHA256 of the timestamp, a dot and the body.

#[cfg(feature = "testing")]
use std::fmt::Write;

use hmac::digest::CtOutput;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::header::SIGNATURE;

/// The expected signature of a payload.
pub(crate) struct Signature(CtOutput<Hmac<Sha256>>);

impl Signature {
    pub(crate) fn new(secret: &str, time: &str, payload: &[u8]) -> Option<Self> {
        // HMAC accepts keys of any length, so this never fails.
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
        mac.update(time.as_bytes());
        mac.update(b".");
        mac.update(payload);
        Some(Self(mac.finalize()))
    }

    /// Returns the signature in lowercase hexadecimal digits.
    #[cfg(feature = "testing")]
    pub(crate) fn into_hex(self) -> String {
        self.0.into_bytes().iter().fold(String::new(), |mut hex, byte| {
            // Writing to a `String` cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// Compares the signatures in constant time.
    pub(super) fn is(&self, given: [u8; SIGNATURE]) -> bool {
        self.0 == CtOutput::new(given.into())
    }
}
