//! How deep JSON is nested, found without recursion.

use super::DecodeError;

/// Twice as deep as anything of the API. What `serde_json` still takes, 127 levels, needs more
/// stack in an unoptimised build than some threads have.
const DEEPEST: usize = 64;

/// Refuses what is nested so deep that reading it could need more stack than there is.
#[allow(dead_code, reason = "called by the reader of events, if there are any")]
pub(crate) fn check_depth(json: &[u8]) -> Result<(), DecodeError> {
    let mut depth = 0_usize;
    let mut bytes = json.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => skip_text(&mut bytes),
            _ => {}
        }
        if depth > DEEPEST {
            let message = format!("nested more than {DEEPEST} levels deep");
            return Err(DecodeError::new(String::new(), message, None));
        }
    }
    Ok(())
}

/// Goes on behind the quote that ends a text; what has none is found out by the parser.
fn skip_text(bytes: &mut std::slice::Iter<'_, u8>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return,
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
}
