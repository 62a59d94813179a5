//! The form encoding of the API: a second, simple implementation to compare with.

/// A step of a key. All steps of one object are names, those of a map are entries and
/// those of a list are indices, so that the derived order is the order on the wire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Name(String),
    Entry(String),
    Index(usize),
}

pub type Key = Vec<Step>;

/// Appends a step to a key.
pub fn below(key: &[Step], step: Step) -> Key {
    key.iter().cloned().chain([step]).collect()
}

/// Returns the path in the inventory: `line_items[].price`
pub fn path(key: &[Step]) -> String {
    let mut text = String::new();
    for step in key {
        match step {
            Step::Name(name) if text.is_empty() => text += name,
            Step::Name(name) => text += &format!(".{name}"),
            Step::Entry(_) => text += "{}",
            Step::Index(_) => text += "[]",
        }
    }
    text
}

/// Returns the body for these keys and values: `line_items[0][price]=price_1`
pub fn body(pairs: &[(Key, String)]) -> String {
    let pairs = pairs.iter().map(|(key, value)| {
        let steps = key.iter().map(|step| match step {
            Step::Name(text) | Step::Entry(text) => escape(text),
            Step::Index(index) => index.to_string(),
        });
        let mut steps = steps.map(|step| format!("[{step}]"));
        let first = steps.next().unwrap_or_default();
        let first = first.trim_matches(['[', ']']);
        format!("{first}{}={}", steps.collect::<String>(), escape(value))
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// Escapes everything but the unreserved characters, byte by byte.
pub fn escape(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    bytes.collect()
}
