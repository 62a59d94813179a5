//! What is percent-encoded in paths, keys and values alike.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

/// Everything but the unreserved characters of RFC 3986: `A-Z a-z 0-9 - _ . ~`.
pub(crate) const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The same, but for the brackets that give a key its structure.
pub(crate) const RESERVED_IN_KEY: &AsciiSet = &RESERVED.remove(b'[').remove(b']');
