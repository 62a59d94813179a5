//! Parses JSON and YAML into one kind of tree, more strictly than `serde_json::Value`
//! does: duplicate keys are errors, and so are numbers that JSON cannot represent.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use crate::diagnostic::locate::line_column;

/// The beginning of the message about a duplicate key.
pub(crate) const DUPLICATE_KEY: &str = "duplicate key";

/// A syntax error with its position.
#[derive(Debug)]
pub(crate) struct Syntax {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) message: String,
}

/// Parses JSON.
pub(crate) fn json(text: &str) -> Result<Value, Syntax> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Tree.deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| Syntax::new(&error, Some((error.line(), error.column()))))
}

/// The maximum number of brackets that are open at one place of a YAML file. The parser itself refuses
/// far fewer levels, but only after a time that grows with their square.
const BRACKETS: usize = 10_000;

/// Parses YAML.
pub(crate) fn yaml(text: &str) -> Result<Value, Syntax> {
    if let Some(at) = deepest(text) {
        let (line, column) = line_column(&text[..at]);
        let message = format!("more than {BRACKETS} open brackets");
        return Err(Syntax { line, column, message });
    }
    Tree.deserialize(serde_yaml::Deserializer::from_str(text)).map_err(|error| {
        let place = error.location();
        Syntax::new(&error, place.map(|place| (place.line(), place.column())))
    })
}

/// Returns the position of the bracket that is one too many. Brackets in strings count too: no text has
/// that many more that open than that close.
fn deepest(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > BRACKETS
    })
}

impl Syntax {
    /// Both parsers append the position to their message, which the diagnostic shows
    /// elsewhere.
    fn new(error: &dyn fmt::Display, place: Option<(usize, usize)>) -> Self {
        let (line, column) = place.unwrap_or((1, 1));
        let message = error.to_string();
        let end = message.find(" at line ").unwrap_or(message.len());
        Self {
            line: line.max(1),
            column: column.max(1),
            message: message[..end].to_owned(),
        }
    }
}

#[derive(Clone, Copy)]
struct Tree;

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON can represent")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("a number that is not finite"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    /// YAML reports a tag, such as `!x`, as the variant of an enum.
    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Value, A::Error> {
        Err(A::Error::custom("tags are not supported"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(value) = access.next_element_seed(self)? {
            array.push(value);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = access.next_key_seed(Key)? {
            let value = access.next_value_seed(self)?;
            if object.contains_key(&key) {
                return Err(A::Error::custom(format!("{DUPLICATE_KEY} `{key}`")));
            }
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}

/// A key of an object. Integers are converted to strings, since status codes are often
/// written without quotes in YAML.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string as a key")
    }

    fn visit_u64<E: Error>(self, key: u64) -> Result<String, E> {
        Ok(key.to_string())
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<String, E> {
        Ok(key.to_owned())
    }

    fn visit_string<E: Error>(self, key: String) -> Result<String, E> {
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn both_languages_become_one_kind_of_tree() {
        let expected = json!({"200": {"a": [1, -2, 1.5, "x", true, null]}});
        assert_eq!(
            json(r#"{"200": {"a": [1, -2, 1.5, "x", true, null]}}"#).unwrap(),
            expected
        );
        assert_eq!(yaml("200:\n  a: [1, -2, 1.5, x, true, null]\n").unwrap(), expected);
    }

    #[test]
    fn brackets_inside_each_other_have_a_limit() {
        let told = |count: usize| {
            let text = format!("a:\n  {}1{}", "[".repeat(count), "]".repeat(count));
            let error = yaml(&text).unwrap_err();
            (error.message, error.line)
        };
        assert_eq!(told(BRACKETS + 1), ("more than 10000 open brackets".to_owned(), 2));
        assert_eq!(told(200), ("recursion limit exceeded".to_owned(), 2));
        let balanced = format!("a: '{}'", "[]".repeat(BRACKETS + 1));
        assert!(yaml(&balanced).is_ok());
    }

    #[test]
    fn what_a_tree_cannot_have_is_an_error_with_its_line() {
        type Parse = fn(&str) -> Result<Value, Syntax>;
        let table: [(Parse, &str, &str, usize); 6] = [
            (json, "{\"a\": 1,\n\"a\": 2}", "duplicate key `a`", 2),
            (json, "{\n\"a\": 1} x", "trailing characters", 2),
            (yaml, "a: 1\na: 2\n", "duplicate key `a`", 1),
            (yaml, "a: .inf\n", "a number that is not finite", 1),
            (yaml, "a: 1\nb: !x 1\n", "tags are not supported", 2),
            (yaml, "a: 1\nb: {1.5: 2}\n", "expected a string as a key", 2),
        ];
        for (parse, text, message, line) in table {
            let error = parse(text).unwrap_err();
            assert!(error.message.contains(message), "{text}: {error:?}");
            assert!(!error.message.contains(" at line "), "{error:?}");
            assert_eq!(error.line, line, "{text}: {error:?}");
        }
    }
}
