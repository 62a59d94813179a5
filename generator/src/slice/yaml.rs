//! Writes a tree as YAML that every reader understands alike: readers of YAML 1.1 take a
//! bare `NO` for false and a bare `2026-08-26` for a date, so such texts get quotes.

use serde_json::Value;

/// The text of a tree, one line a scalar, in the order of the tree.
pub(super) fn text(tree: &Value) -> String {
    let mut out = String::new();
    block(tree, 0, &mut out);
    out
}

/// Writes `value` from the beginning of a line; its further lines get `indent`.
fn block(value: &Value, indent: usize, out: &mut String) {
    match value {
        Value::Object(object) if !object.is_empty() => {
            for (index, (key, child)) in object.iter().enumerate() {
                if index > 0 {
                    pad(indent, out);
                }
                out.push_str(&string(key));
                out.push(':');
                member(child, indent, out);
            }
        }
        Value::Array(array) if !array.is_empty() => {
            for (index, child) in array.iter().enumerate() {
                if index > 0 {
                    pad(indent, out);
                }
                out.push_str("- ");
                block(child, indent + 2, out);
            }
        }
        value => {
            out.push_str(&scalar(value));
            out.push('\n');
        }
    }
}

/// Writes what follows `key:`; the dashes of a list stand below the key.
fn member(value: &Value, indent: usize, out: &mut String) {
    let indent = match value {
        Value::Object(object) if !object.is_empty() => indent + 2,
        Value::Array(array) if !array.is_empty() => indent,
        _ => {
            out.push(' ');
            return block(value, indent, out);
        }
    };
    out.push('\n');
    pad(indent, out);
    block(value, indent, out);
}

fn pad(indent: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indent));
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => string(text),
        value => value.to_string(),
    }
}

fn string(text: &str) -> String {
    if plain(text) {
        text.to_owned()
    } else if text.chars().any(special) {
        // The escapes of JSON are escapes of YAML too; YAML needs some more.
        let mut quoted = String::new();
        for c in Value::from(text).to_string().chars() {
            if special(c) {
                quoted.push_str(&format!("\\u{:04x}", u32::from(c)));
            } else {
                quoted.push(c);
            }
        }
        quoted
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

/// Whether YAML takes a character for a line break, or does not take it at all.
fn special(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Whether a text can do without quotes. Stricter than YAML needs it: words only.
fn plain(text: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || "_-./{}".contains(c);
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '_')
        && text.chars().all(word)
        && !AMBIGUOUS.contains(&text.to_ascii_lowercase().as_str())
}

const AMBIGUOUS: [&str; 9] =
    ["false", "n", "no", "null", "off", "on", "true", "y", "yes"];
