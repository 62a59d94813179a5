//! The `Stripe-Signature` header: `t=<seconds>,v1=<hex>[,v1=<hex>..]`.
//!
//! It is parsed without allocating, since an attacker can send a header of any length.

use super::{WebhookError, WebhookErrorKind};

/// The length of an HMAC-SHA256.
pub(super) const SIGNATURE: usize = 32;

pub(super) struct Header<'a> {
    text: &'a [u8],
    /// The timestamp as it was signed.
    pub(super) time_text: &'a str,
    pub(super) time: i64,
}

impl Header<'_> {
    /// Returns the well-formed signatures of scheme `v1`.
    pub(super) fn signatures(&self) -> impl Iterator<Item = [u8; SIGNATURE]> {
        values(self.text, b"v1=").filter_map(hex)
    }
}

/// Parses the header. Malformed entries are skipped, since they cannot prove anything.
pub(super) fn read(text: &[u8]) -> Result<Header<'_>, WebhookError> {
    if text.is_empty() {
        return Err(WebhookErrorKind::NotSigned.into());
    }
    let time = values(text, b"t=").last().and_then(integer);
    let (time_text, time) = time.ok_or(WebhookErrorKind::InvalidHeader)?;
    let header = Header { text, time_text, time };
    if header.signatures().next().is_none() {
        return Err(WebhookError::no_valid_signature(false));
    }
    Ok(header)
}

/// Returns the values of the entries with this key. Keys contain no `=`, so the first
/// one ends the key.
fn values<'a>(header: &'a [u8], key: &'static [u8]) -> impl Iterator<Item = &'a [u8]> {
    header.split(|&byte| byte == b',').filter_map(|entry| entry.strip_prefix(key))
}

/// Parses a plain decimal integer, and returns it as a string and as a number.
fn integer(value: &[u8]) -> Option<(&str, i64)> {
    let text = std::str::from_utf8(value).ok()?;
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((text, text.parse().ok()?))
}

fn hex(value: &[u8]) -> Option<[u8; SIGNATURE]> {
    if value.len() != 2 * SIGNATURE {
        return None;
    }
    let mut bytes = [0; SIGNATURE];
    for (byte, pair) in bytes.iter_mut().zip(value.chunks_exact(2)) {
        let &[high, low] = pair else { return None };
        *byte = digit(high)? << 4 | digit(low)?;
    }
    Some(bytes)
}

fn digit(text: u8) -> Option<u8> {
    let digit = char::from(text).to_digit(16)?;
    u8::try_from(digit).ok()
}
