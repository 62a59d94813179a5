//! Percent-encoding sets for paths, keys and values.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

/// All characters except the unreserved ones of RFC 3986: `A-Z a-z 0-9 - _ . ~`.
pub(crate) const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// [`RESERVED`] without the brackets that structure a key.
pub(crate) const RESERVED_IN_KEY: &AsciiSet = &RESERVED.remove(b'[').remove(b']');
