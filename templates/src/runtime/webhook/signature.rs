//! The signature: HMAC-SHA256 of the timestamp, a dot and the body.

use hmac_sha256::HMAC;

use super::header::SIGNATURE;

/// The expected signature of a payload.
pub(crate) struct Signature(HMAC);

impl Signature {
    pub(crate) fn new(secret: &str, time: &str, payload: &[u8]) -> Self {
        let mut mac = HMAC::new(secret);
        mac.update(time);
        mac.update(b".");
        mac.update(payload);
        Self(mac)
    }

    /// Returns the signature in lowercase hexadecimal digits.
    #[cfg(feature = "testing")]
    pub(crate) fn into_hex(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Compares the signatures in constant time.
    pub(super) fn is(&self, given: [u8; SIGNATURE]) -> bool {
        self.0.clone().finalize_verify(&given)
    }
}
