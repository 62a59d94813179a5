//! What a place is handed: one value of the input, free of the type of the format it came from.

use std::fmt;

use serde_json::{Map, Value as Json};

use super::{PathRecorder, Place};

/// One value of the input.
#[allow(
    missing_debug_implementations,
    reason = "holds readers; lives inside one call only"
)]
pub enum Value<'a> {
    Null,
    Boolean(bool),
    Integer(i64),
    /// An integer above `i64::MAX`: exact in raw JSON, refused everywhere else.
    Large(u64),
    Float(f64),
    Text(&'a str),
    Map(&'a mut dyn MapReader),
    Seq(&'a mut dyn SeqReader),
}

/// Reads the entries of one map, in the order of the input.
pub trait MapReader {
    /// Shows the next key to `key`; false at the end of the map.
    fn next_key(&mut self, key: &mut dyn FnMut(&str)) -> Result<bool, DecodeErrorKind>;
    /// Reads the value after the key; `key` is only used to say where an error was.
    fn value(&mut self, key: &str, place: &mut dyn Place)
    -> Result<(), DecodeErrorKind>;
    /// Passes over the value after the key.
    fn skip(&mut self) -> Result<(), DecodeErrorKind>;
    /// Everything not read yet, as raw JSON.
    fn rest(&mut self) -> Result<Map<String, Json>, DecodeErrorKind>;
    /// Where errors are traced.
    fn trail(&self) -> PathRecorder<'_>;
}

/// Reads the items of one sequence.
pub trait SeqReader {
    /// Reads the next item; false at the end.
    fn next(&mut self, place: &mut dyn Place) -> Result<bool, DecodeErrorKind>;
    /// Everything not read yet, as raw JSON.
    fn rest(&mut self) -> Result<Vec<Json>, DecodeErrorKind>;
}

/// Why a value was refused. It names keys and types, never a value: the body may hold secrets.
#[derive(Debug)]
pub enum DecodeErrorKind {
    /// The format failed; its reader keeps the error.
    Format,
    /// A required key is not there.
    Missing(&'static str),
    /// The value is of another type.
    Mismatch { expected: &'static str, found: &'static str },
    /// Either of these, at a path inside a value that was collected before it was read.
    Within(String, Box<DecodeErrorKind>),
}

impl DecodeErrorKind {
    /// Says where it happened, where no trail is there to note it.
    pub(super) fn within(self, path: String) -> Self {
        if path.is_empty() { self } else { Self::Within(path, Box::new(self)) }
    }
}

impl fmt::Display for DecodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format => f.write_str("the input could not be read"),
            Self::Missing(key) => write!(f, "missing field `{key}`"),
            Self::Mismatch { expected, found } => {
                write!(f, "expected {expected}, found {found}")
            }
            Self::Within(path, fault) => write!(f, "at `{path}`: {fault}"),
        }
    }
}

impl<'a> Value<'a> {
    /// The error of a place that wanted something else.
    pub(crate) fn mismatch(&self, expected: &'static str) -> DecodeErrorKind {
        DecodeErrorKind::Mismatch { expected, found: self.kind() }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::Large(_) => "an integer above the signed 64-bit range",
            Self::Float(value) if !value.is_finite() => "a number out of range",
            Self::Float(_) => "a floating-point number",
            Self::Text(_) => "a string",
            Self::Map(_) => "an object",
            Self::Seq(_) => "an array",
        }
    }

    /// The text, or the error of a place that wanted one.
    pub(crate) fn text(self) -> Result<&'a str, DecodeErrorKind> {
        match self {
            Self::Text(text) => Ok(text),
            other => Err(other.mismatch("a string")),
        }
    }

    /// The map, or the error of a place that wanted one.
    pub(crate) fn map(self) -> Result<&'a mut dyn MapReader, DecodeErrorKind> {
        match self {
            Self::Map(map) => Ok(map),
            other => Err(other.mismatch("an object")),
        }
    }

    /// The sequence, or the error of a place that wanted one.
    pub(crate) fn seq(self) -> Result<&'a mut dyn SeqReader, DecodeErrorKind> {
        match self {
            Self::Seq(seq) => Ok(seq),
            other => Err(other.mismatch("an array")),
        }
    }
}
