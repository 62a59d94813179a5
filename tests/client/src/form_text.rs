//! The form encoding of `api_semantics`: a second, plain implementation to compare with.

/// A step of a key. Within one object all steps are names and within one list all are
/// indices, so that the derived order is the order on the wire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Name(String),
    Index(usize),
}

pub type Key = Vec<Step>;

/// The key with one more step.
pub fn below(key: &[Step], step: Step) -> Key {
    key.iter().cloned().chain([step]).collect()
}

/// `line_items[0][price]`
pub fn written(key: &[Step]) -> String {
    let mut text = String::new();
    for step in key {
        let step = match step {
            Step::Name(name) => name.clone(),
            Step::Index(index) => index.to_string(),
        };
        text += &if text.is_empty() { step } else { format!("[{step}]") };
    }
    text
}

/// The body for these keys and values.
pub fn body(pairs: &[(String, String)]) -> String {
    let pairs = pairs.iter().map(|(key, value)| {
        let key = escape(key).replace("%5B", "[").replace("%5D", "]");
        format!("{key}={}", escape(value))
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// Everything but the unreserved characters, byte by byte.
fn escape(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    bytes.collect()
}
