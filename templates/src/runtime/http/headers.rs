//! Header fields, in a type of this crate so that public signatures do not depend on an
//! HTTP library.

use std::fmt;

/// The header fields with values that may be printed. All others are shown as
/// `[redacted]`.
const PRINTABLE: [&str; 14] = [
    "accept",
    "accept-encoding",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "idempotency-key",
    "request-id",
    "retry-after",
    "stripe-account",
    "stripe-context",
    "stripe-should-retry",
    "stripe-version",
    "user-agent",
];

/// The header fields of a request or a response.
///
/// Names are case-insensitive. `Debug` redacts all values except those of a few harmless
/// fields.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// Creates an empty collection.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Returns the first value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// Returns an iterator over all fields, in the order in which they were sent or
    /// received.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Appends a field, keeping existing ones of the same name.
    pub fn append(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// Sets a field, replacing all existing ones of the same name.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let name = name.into();
        self.0.retain(|(known, _)| !known.eq_ignore_ascii_case(&name));
        self.0.push((name, value.into()));
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.iter().map(|(name, value)| {
            let harmless =
                PRINTABLE.iter().any(|known| known.eq_ignore_ascii_case(name));
            (name, if harmless { without_boundary(value) } else { "[redacted]" })
        });
        f.debug_map().entries(shown).finish()
    }
}

/// Removes the boundary from the media type of a body: it is a digest of the body, by which
/// short contents could be guessed.
fn without_boundary(value: &str) -> &str {
    value.split("; boundary=").next().unwrap_or_default()
}

/// Returns `true` if the string is a valid header name.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| {
            byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
        })
}

/// Returns `true` if the string is a valid header value: printable ASCII, spaces and
/// tabs. Line breaks could inject further fields, and servers interpret other characters
/// differently.
pub(crate) fn is_value(value: &str) -> bool {
    value.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~'))
}
