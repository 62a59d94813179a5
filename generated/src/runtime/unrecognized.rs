//! The text of an enum value that this version of the crate does not know.

use std::fmt;

/// The text of a value that this version of the crate has no variant for.
///
/// It cannot be built or matched by its text outside the crate, so that code does not silently
/// stop matching once a later version knows the value. Compare `as_str()` of the enum instead.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unrecognized(String);

#[allow(dead_code, reason = "what is emitted decides what is needed")]
impl Unrecognized {
    /// What a place for an enum holds before it is filled.
    pub(crate) const EMPTY: Self = Self(String::new());

    /// Copies the text here, and not in the code of each enum.
    pub(crate) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The value as the API wrote it.
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
