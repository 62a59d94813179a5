//! Strings that must not appear in logs.

use std::fmt;

use crate::runtime::decode::{self, DecodeErrorKind, Place, Value};

/// A secret, such as a `client_secret`. It prints as `[redacted]`; [`expose`] returns
/// the string.
///
/// With the feature `serialize` the secret itself is serialized, since serializing means
/// to store it or to pass it on.
///
/// [`expose`]: Secret::expose
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

const REDACTED: &str = "[redacted]";

impl Secret {
    /// Wraps a string.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the secret. Do not log it.
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

impl Place for Secret {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        self.0.fill(value)
    }
}

decode::blank!(Secret = Self(String::new()));

decode::deserialize!(Secret);
