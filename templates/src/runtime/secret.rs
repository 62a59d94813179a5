//! Text that must not show up in logs.

use std::fmt;

use super::decode::{self, Decode, DecodeErrorKind, Value};

/// A secret of the API, such as a `client_secret`. It prints as `[redacted]`; [`expose`] gives
/// the text.
///
/// With the feature `serialize` the real text is written: what serialises a secret means to
/// keep it or send it on.
///
/// [`expose`]: Secret::expose
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

const REDACTED: &str = "[redacted]";

impl Secret {
    /// Wraps a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself. Do not log it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Decode for Secret {
    fn empty() -> Self {
        Self(String::new())
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        self.0.put(value)
    }
}

decode::deserialize!(Secret);
