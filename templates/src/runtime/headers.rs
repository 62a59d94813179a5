//! Header fields in a type of our own, so that no HTTP library shows in a public signature.

use std::fmt;

/// Names whose values may be printed; every other value is shown as `[redacted]`.
const PRINTABLE: [&str; 12] = [
    "accept",
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
/// Names are compared without regard to case. `Debug` shows the values of a few harmless
/// fields only.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// No fields at all.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The first value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// All fields in the order in which they were sent or received.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Adds a field beside those of the same name.
    pub fn append(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// Sets a field in place of all those of the same name.
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
            (name, if harmless { value } else { "[redacted]" })
        });
        f.debug_map().entries(shown).finish()
    }
}

/// Whether this can be the name of a header field.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| {
            byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
        })
}

/// Whether this can be the value of a header field. Line breaks could smuggle in further
/// fields, and what is not ASCII means something else to every server.
pub(crate) fn is_value(value: &str) -> bool {
    value.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~'))
}
