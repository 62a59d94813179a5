//! Measures how deeply JSON is nested, without recursion.

use super::DecodeError;

/// The maximum depth: twice the depth of any API object. The limit of `serde_json`, 127
/// levels, needs more stack in an unoptimized build than some threads have.
const DEEPEST: usize = 64;

/// Returns an error if the JSON is nested so deeply that reading it could overflow the
/// stack.
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

/// Advances past the quote that ends a string. The parser reports strings without an
/// end.
fn skip_text(bytes: &mut std::slice::Iter<'_, u8>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return,
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
}
