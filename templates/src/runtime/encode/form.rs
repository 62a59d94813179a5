//! The form encoding of bodies and query strings.

use std::fmt::{self, Write};

use super::percent;
use super::value::Kind;
use super::{Fields, ParamValue};

/// The error for a parameter that cannot be encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodeError {
    param: String,
    problem: Problem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    Key,
    NotFinite,
    Decimal,
    Empty,
    File,
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
            Problem::Key => "a key is empty or contains a bracket",
            Problem::NotFinite => "the number is not finite",
            Problem::Decimal => "the text is not a decimal number",
            Problem::Empty => {
                "nothing is set in it, and a form cannot express an empty object"
            }
            Problem::File => "a file can only be sent as a parameter of an upload",
        };
        write!(f, "parameter `{}`: {problem}", self.param)
    }
}

impl std::error::Error for EncodeError {}

/// The length of most forms and of their keys. Strings that start with it rarely move.
const TYPICAL: usize = 512;
const TYPICAL_KEY: usize = 64;

/// Appends `fields`, in their order.
pub(super) fn write(fields: &Fields, out: &mut String) -> Result<(), EncodeError> {
    if fields.is_empty() {
        return Ok(());
    }
    out.reserve(TYPICAL);
    let mut writer = Writer { out, path: String::with_capacity(TYPICAL_KEY) };
    writer.object(fields)
}

/// Appends digits. Unlike formatting, this does not go through a `fmt::Formatter`, which
/// takes longer than the digits.
fn push_integer(out: &mut String, value: i64) {
    if value < 0 {
        out.push('-');
    }
    let mut rest = value.unsigned_abs();
    let mut digits = [b'0'; LONGEST];
    let mut start = LONGEST;
    for digit in digits.iter_mut().rev() {
        *digit += (rest % 10) as u8;
        rest /= 10;
        start -= 1;
        if rest == 0 {
            break;
        }
    }
    let digits = digits.get(start..).map(std::str::from_utf8);
    out.push_str(digits.and_then(Result::ok).unwrap_or_default());
}

/// The number of digits of the largest integer.
const LONGEST: usize = 20;

/// Writes key-value pairs. `path` is the encoded key of the current value; each level
/// restores it.
struct Writer<'a> {
    out: &'a mut String,
    path: String,
}

impl Writer<'_> {
    /// Writes the fields of an object. Optional objects in which nothing is set are omitted.
    fn object(&mut self, fields: &Fields) -> Result<(), EncodeError> {
        fields.iter().try_for_each(|(name, value)| {
            self.entry(name, value, fields.required().contains(&name))
        })
    }

    /// Writes a field below the current path.
    fn entry(
        &mut self,
        name: &str,
        value: &ParamValue,
        is_required: bool,
    ) -> Result<(), EncodeError> {
        let length = self.path.len();
        // The names of the API are plain.
        let is_plain = percent::is_plain(name);
        // The server would read a bracket as a level of its own.
        if name.is_empty() || !is_plain && name.contains(['[', ']']) {
            return self.fail(Problem::Key);
        }
        if length > 0 {
            self.path.push('[');
        }
        if is_plain {
            self.path.push_str(name);
        } else {
            percent::push(&mut self.path, name);
        }
        if length > 0 {
            self.path.push(']');
        }
        if is_required {
            self.required(value)?;
        } else {
            self.value(value)?;
        }
        self.path.truncate(length);
        Ok(())
    }

    /// Writes a value that must not be omitted: without it, the request would be rejected,
    /// or mean something else.
    fn required(&mut self, value: &ParamValue) -> Result<(), EncodeError> {
        let before = self.out.len();
        self.value(value)?;
        if self.out.len() == before { self.fail(Problem::Empty) } else { Ok(()) }
    }

    fn value(&mut self, value: &ParamValue) -> Result<(), EncodeError> {
        match &value.0 {
            Kind::Clear => self.leaf(""),
            Kind::Text(text) => self.leaf(text),
            Kind::Secret(secret) => self.leaf(secret.expose()),
            Kind::Boolean(true) => self.leaf("true"),
            Kind::Boolean(false) => self.leaf("false"),
            Kind::Integer(value) => {
                self.key();
                push_integer(self.out, *value);
            }
            Kind::Number(value) if !value.is_finite() => {
                return self.fail(Problem::NotFinite);
            }
            // `Display` prints the shortest exact form of a float, never with an
            // exponent.
            Kind::Number(0.0) => self.leaf("0"),
            Kind::Number(value) => self.number(*value),
            Kind::Decimal(value) => match value.plain() {
                Some(digits) => self.leaf(&digits),
                None => return self.fail(Problem::Decimal),
            },
            Kind::File(_) => return self.fail(Problem::File),
            Kind::List(items) => return self.list(items),
            Kind::Object(fields) => return self.object(fields),
            Kind::Memberless => return self.fail(Problem::Empty),
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
            self.path.push('[');
            push_integer(&mut self.path, i64::try_from(index).unwrap_or(i64::MAX));
            self.path.push(']');
            self.required(item)?;
            self.path.truncate(length);
        }
        Ok(())
    }

    fn map(&mut self, entries: &[(String, ParamValue)]) -> Result<(), EncodeError> {
        entries.iter().try_for_each(|(key, value)| self.entry(key, value, true))
    }

    fn leaf(&mut self, text: &str) {
        self.key();
        percent::push(self.out, text);
    }

    /// Writes a number: digits, sign and point need no escaping.
    fn number(&mut self, value: f64) {
        self.key();
        // Writing to a `String` cannot fail.
        let _ = write!(self.out, "{value}");
    }

    /// Writes the key of the current value.
    fn key(&mut self) {
        if !self.out.is_empty() {
            self.out.push('&');
        }
        self.out.push_str(&self.path);
        self.out.push('=');
    }

    fn fail(&self, problem: Problem) -> Result<(), EncodeError> {
        Err(EncodeError { param: self.path.clone(), problem })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::values::file::FileUpload;

    #[test]
    fn a_file_is_no_part_of_a_form() {
        let mut fields = Fields::new();
        fields.list("a", [FileUpload::new("f", "x")]);
        let error = fields.encode(&mut String::new()).unwrap_err();
        assert_eq!((error.param(), error.problem), ("a[0]", Problem::File));
        assert_eq!(fields.split_files().0.len(), 0);
    }
}
