//! Enum values that this version of the crate does not know.

use std::fmt;

/// An enum value that this version of the crate has no variant for.
///
/// It can neither be created nor matched by its string outside this crate, so that code
/// does not silently stop matching when a later version knows the value. Compare
/// `as_str()` of the enum instead.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unrecognized(String);

#[allow(dead_code, reason = "what is emitted decides what is needed")]
impl Unrecognized {
    /// The initial value of an enum that is being decoded.
    pub(crate) const EMPTY: Self = Self(String::new());

    /// Copies the string. This is a function, so that the code exists only once.
    pub(crate) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Returns the value as the API spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
