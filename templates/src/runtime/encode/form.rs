//! The form encoding of bodies and query strings.

use std::fmt::{self, Write};

use percent_encoding::utf8_percent_encode;

use super::value::Kind;
use super::{Fields, ParamValue};
use crate::runtime::percent::RESERVED;

/// The error for a parameter that cannot be encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodeError {
    param: String,
    problem: Problem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    MapKey,
    NotFinite,
    Decimal,
}

impl EncodeError {
    /// Returns the parameter, such as `line_items[0][price_data][unit_amount_decimal]`.
    #[must_use]
    pub fn param(&self) -> &str {
        &self.param
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = match self.problem {
            Problem::MapKey => "a key of the map is empty or holds a bracket",
            Problem::NotFinite => "the number is not finite",
            Problem::Decimal => "the text is not a decimal number",
        };
        write!(f, "parameter `{}`: {problem}", self.param)
    }
}

impl std::error::Error for EncodeError {}

/// Appends `fields`, in their order.
pub(super) fn write(fields: &Fields, out: &mut String) -> Result<(), EncodeError> {
    let mut writer = Writer { out, path: String::new() };
    fields.iter().try_for_each(|(name, value)| writer.entry(name, value))
}

fn separate(out: &mut String) {
    if !out.is_empty() {
        out.push('&');
    }
}

fn push(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, RESERVED));
}

/// Writes key-value pairs. `path` is the encoded key of the current value; each level
/// restores it.
struct Writer<'a> {
    out: &'a mut String,
    path: String,
}

impl Writer<'_> {
    /// Writes a field below the current path.
    fn entry(&mut self, name: &str, value: &ParamValue) -> Result<(), EncodeError> {
        let length = self.path.len();
        if length == 0 {
            push(&mut self.path, name);
        } else {
            self.path.push('[');
            push(&mut self.path, name);
            self.path.push(']');
        }
        self.value(value)?;
        self.path.truncate(length);
        Ok(())
    }

    fn value(&mut self, value: &ParamValue) -> Result<(), EncodeError> {
        match &value.0 {
            Kind::Clear => self.leaf(""),
            Kind::Text(text) => self.leaf(text),
            Kind::Secret(secret) => self.leaf(secret.expose()),
            Kind::Boolean(true) => self.leaf("true"),
            Kind::Boolean(false) => self.leaf("false"),
            Kind::Integer(value) => self.display(value),
            Kind::Number(value) if !value.is_finite() => {
                return self.fail(Problem::NotFinite);
            }
            // `Display` prints the shortest exact form of a float, never with an
            // exponent.
            Kind::Number(0.0) => self.leaf("0"),
            Kind::Number(value) => self.display(value),
            Kind::Decimal(value) => match value.plain() {
                Some(digits) => self.leaf(&digits),
                None => return self.fail(Problem::Decimal),
            },
            Kind::List(items) => return self.list(items),
            Kind::Object(fields) => {
                return fields
                    .iter()
                    .try_for_each(|(name, value)| self.entry(name, value));
            }
            Kind::Map(entries) => return self.map(entries),
        }
        Ok(())
    }

    fn list(&mut self, items: &[ParamValue]) -> Result<(), EncodeError> {
        if items.is_empty() {
            self.leaf("");
        }
        for (index, item) in items.iter().enumerate() {
            let length = self.path.len();
            // Writing to a `String` cannot fail.
            let _ = write!(self.path, "[{index}]");
            self.value(item)?;
            self.path.truncate(length);
        }
        Ok(())
    }

    fn map(&mut self, entries: &[(String, ParamValue)]) -> Result<(), EncodeError> {
        for (key, value) in entries {
            if key.is_empty() || key.contains(['[', ']']) {
                return self.fail(Problem::MapKey);
            }
            self.entry(key, value)?;
        }
        Ok(())
    }

    fn leaf(&mut self, text: &str) {
        separate(self.out);
        self.out.push_str(&self.path);
        self.out.push('=');
        push(self.out, text);
    }

    /// Writes a number: digits, sign and point need no escaping.
    fn display(&mut self, value: &dyn fmt::Display) {
        separate(self.out);
        let _ = write!(self.out, "{}={value}", self.path);
    }

    fn fail(&self, problem: Problem) -> Result<(), EncodeError> {
        Err(EncodeError { param: self.path.clone(), problem })
    }
}
