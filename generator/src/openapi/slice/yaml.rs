//! Formats a tree as YAML that all parsers read alike. YAML 1.1 parsers take a bare `NO`
//! for false and a bare `2026-08-26` for a date, so such strings are quoted.

use serde_json::Value;

/// Formats a tree, one scalar per line, in the order of the tree.
pub(super) fn text(tree: &Value) -> String {
    let mut out = String::new();
    block(tree, 0, &mut out);
    out
}

/// Formats `value` at the start of a line; further lines are indented by `indent`.
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

/// Formats the value after `key:`; list dashes are aligned with the key.
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
        // JSON escapes are valid in YAML, which needs some more.
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

/// Returns `true` if YAML treats the character as a line break, or does not allow it.
fn special(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Returns `true` if a string needs no quotes. Stricter than YAML requires: words only.
fn plain(text: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || "_-./{}".contains(c);
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '_')
        && text.chars().all(word)
        && !AMBIGUOUS.contains(&text.to_ascii_lowercase().as_str())
}

const AMBIGUOUS: [&str; 9] =
    ["false", "n", "no", "null", "off", "on", "true", "y", "yes"];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::text;
    use crate::input::tree;

    #[test]
    fn scalars_that_parsers_read_differently_are_quoted() {
        let table = [
            (json!("word"), "word"),
            (json!("/v1/boats/{boat}"), "/v1/boats/{boat}"),
            (json!("NO"), "'NO'"),
            (json!("2030-01-01"), "'2030-01-01'"),
            (json!("1"), "'1'"),
            (json!(""), "''"),
            (json!("it's"), "'it''s'"),
            (json!("a: b"), "'a: b'"),
            (json!("a\nb"), r#""a\nb""#),
            (json!("a\u{2028}b"), r#""a\u2028b""#),
            (json!(true), "true"),
            (json!(1.5), "1.5"),
            (json!([]), "[]"),
            (json!({}), "{}"),
        ];
        for (value, expected) in table {
            assert_eq!(text(&value), format!("{expected}\n"));
            assert_eq!(tree::yaml(&text(&value)).unwrap(), value);
        }
    }

    #[test]
    fn trees_are_blocks_in_their_order() {
        let value = json!({"b": {"c": [1, {"d": 2, "e": []}, [3, 4]]}, "a": {}});
        let expected = "b:\n  c:\n  - 1\n  - d: 2\n    e: []\n  - - 3\n    - 4\na: {}\n";
        assert_eq!(text(&value), expected);
        assert_eq!(tree::yaml(expected).unwrap(), value);
    }
}
