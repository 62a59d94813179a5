//! The header `Stripe-Signature`: `t=<seconds>,v1=<hex>[,v1=<hex>..]`.

use super::{Error, ErrorKind};

/// The length of an HMAC-SHA256.
const SIGNATURE: usize = 32;

pub(super) struct Header<'a> {
    /// The time as it was signed.
    pub(super) time_text: &'a str,
    pub(super) time: i64,
    pub(super) signatures: Vec<[u8; SIGNATURE]>,
}

/// Reads the header. What is not understood is skipped: it cannot prove anything.
pub(super) fn read(header: &[u8]) -> Result<Header<'_>, Error> {
    if header.is_empty() {
        return Err(ErrorKind::NotSigned.into());
    }
    let mut time = None;
    let mut signatures = Vec::new();
    for entry in header.split(|&byte| byte == b',') {
        let mut halves = entry.splitn(2, |&byte| byte == b'=');
        match (halves.next(), halves.next()) {
            (Some(b"t"), Some(value)) => time = Some(value),
            (Some(b"v1"), Some(value)) => signatures.extend(hex(value)),
            _ => {}
        }
    }
    let time = time.and_then(integer).ok_or(ErrorKind::InvalidHeader)?;
    if signatures.is_empty() {
        return Err(Error::no_valid_signature(false));
    }
    let (time_text, time) = time;
    Ok(Header { time_text, time, signatures })
}

/// A plain decimal integer, as text and as a number.
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
