//! Replaces halves of surrogate pairs, which JSON allows and UTF-8 cannot represent.

use std::borrow::Cow;

/// The escape of U+FFFD, the replacement character.
const REPLACEMENT: &[u8] = br"\ufffd";

/// Replaces every escape of half a surrogate pair (`\ud83d` alone) with U+FFFD, as the
/// parsers of most languages do: a truncated emoji must not cost the whole object.
/// Offsets do not change.
pub(crate) fn replace_halves(json: &[u8]) -> Cow<'_, [u8]> {
    let mut json = Cow::Borrowed(json);
    // Most bodies have no escapes at all, and this search is much faster than the loop.
    if !json.contains(&b'\\') {
        return json;
    }
    let mut at = 0;
    while let Some(escape) = next_escape(&json, at) {
        let first = code_unit(&json, escape);
        let is_pair = first.is_some_and(is_high)
            && code_unit(&json, escape + REPLACEMENT.len()).is_some_and(is_low);
        at = match first {
            Some(_) if is_pair => escape + 2 * REPLACEMENT.len(),
            Some(unit) if is_high(unit) || is_low(unit) => {
                let end = escape + REPLACEMENT.len();
                if let Some(half) = json.to_mut().get_mut(escape..end) {
                    half.copy_from_slice(REPLACEMENT);
                }
                end
            }
            _ => escape + 2,
        };
    }
    json
}

/// Returns the position of the first backslash of an escape at or after `from`.
fn next_escape(json: &[u8], from: usize) -> Option<usize> {
    let rest = json.get(from..)?;
    rest.iter().position(|byte| *byte == b'\\').map(|offset| from + offset)
}

/// Returns the code unit of the escape `\uXXXX` at a position, if there is one.
fn code_unit(json: &[u8], at: usize) -> Option<u16> {
    let digits = json.get(at..at + REPLACEMENT.len())?.strip_prefix(br"\u")?;
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

fn is_high(unit: u16) -> bool {
    (0xD800..0xDC00).contains(&unit)
}

fn is_low(unit: u16) -> bool {
    (0xDC00..0xE000).contains(&unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_halves_of_pairs_are_replaced() {
        for (json, expected) in [
            (r#"{"a":"b"}"#, r#"{"a":"b"}"#),
            (r#""\ud83d""#, r#""\ufffd""#),
            (r#""abc\uD83D""#, r#""abc\ufffd""#),
            (r#""\ude00""#, r#""\ufffd""#),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\ud83d\ud83d\ude00""#, r#""\ufffd\ud83d\ude00""#),
            (r#""\ude00\ud83d""#, r#""\ufffd\ufffd""#),
            (r#""\ud83d\u0041""#, r#""\ufffd\u0041""#),
            (r#""\ud83d\n""#, r#""\ufffd\n""#),
            // An escaped backslash, and no escape after it.
            (r#""\\ud83d""#, r#""\\ud83d""#),
            (r#""\\\ud83d""#, r#""\\\ufffd""#),
            (r#"{"k\ud83d":1}"#, r#"{"k\ufffd":1}"#),
            // Not JSON: left to the parser.
            (r#""\ud83"#, r#""\ud83"#),
            (r#""\u+83d""#, r#""\u+83d""#),
            (r"\", r"\"),
        ] {
            assert_eq!(replace_halves(json.as_bytes()), expected.as_bytes(), "{json}");
        }
    }
}
