//! Percent-encoding of paths, keys and values.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode_byte};

/// All characters except the unreserved ones of RFC 3986: `A-Z a-z 0-9 - _ . ~`.
pub(crate) const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// [`RESERVED`] without the brackets that structure a key.
pub(crate) const RESERVED_IN_KEY: &AsciiSet = &RESERVED.remove(b'[').remove(b']');

/// The bytes outside of [`RESERVED`]. A table is faster than a set for what is encoded most.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < plain.len() {
        let character = byte as u8;
        plain[byte] = character.is_ascii_alphanumeric()
            || matches!(character, b'-' | b'_' | b'.' | b'~');
        byte += 1;
    }
    plain
};

/// Returns `true` if no character needs an escape.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| PLAIN[usize::from(byte)])
}

/// Appends a string with the characters of [`RESERVED`] escaped.
pub(super) fn push(out: &mut String, text: &str) {
    let mut rest = text;
    loop {
        let end = rest.bytes().position(|byte| !PLAIN[usize::from(byte)]);
        let Some((plain, reserved)) = end.and_then(|end| rest.split_at_checked(end))
        else {
            return out.push_str(rest);
        };
        out.push_str(plain);
        let end = reserved.bytes().position(|byte| PLAIN[usize::from(byte)]);
        let (reserved, next) =
            reserved.split_at_checked(end.unwrap_or(reserved.len())).unwrap_or_default();
        for byte in reserved.bytes() {
            out.push_str(percent_encode_byte(byte));
        }
        rest = next;
    }
}

#[cfg(test)]
mod tests {
    use percent_encoding::utf8_percent_encode;

    use super::*;

    #[test]
    fn the_table_escapes_the_characters_of_the_set() {
        let ascii: String = (0..=127_u8).map(char::from).collect();
        for text in
            [&ascii, "", "a", "%", "a b", " ab ", "äö€😀", "aä a€ 😀b", "a\u{80}b"]
        {
            let mut encoded = String::from("key=");
            push(&mut encoded, text);
            let expected = format!("key={}", utf8_percent_encode(text, RESERVED));
            assert_eq!(encoded, expected);
            assert_eq!(is_plain(text), encoded == format!("key={text}"), "{text}");
        }
    }
}
