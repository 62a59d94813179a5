//! The values of the input, independent of the format.

use std::fmt;

use serde_json::{Map, Value as Json};

use super::object::Members;
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
    /// An integer above `i64::MAX`: exact in raw JSON, rejected everywhere else.
    Large(u64),
    Float(f64),
    Text(&'a str),
    Map(&'a mut dyn MapReader),
    Seq(&'a mut dyn SeqReader),
}

/// Reads the entries of a map, in the order of the input.
pub trait MapReader {
    /// Reads all entries into the members of an object.
    fn members(&mut self, members: &mut Members<'_>) -> Result<(), DecodeErrorKind>;
    /// Passes the next key to `key`. Returns `false` at the end of the map.
    fn next_key(&mut self, key: &mut dyn FnMut(&str)) -> Result<bool, DecodeErrorKind>;
    /// Reads the value of the current entry; `key` is only used for the path of errors.
    fn value(&mut self, key: &str, place: &mut dyn Place)
    -> Result<(), DecodeErrorKind>;
    /// Skips the value of the current entry.
    fn skip(&mut self) -> Result<(), DecodeErrorKind>;
    /// Returns the remaining entries as raw JSON.
    fn rest(&mut self) -> Result<Map<String, Json>, DecodeErrorKind>;
    /// Returns the recorder for the paths of errors.
    fn recorder(&self) -> PathRecorder<'_>;
}

/// Reads the items of a sequence.
pub trait SeqReader {
    /// Reads the remaining items, each into a place of its own.
    fn items(&mut self, list: &mut dyn Grow) -> Result<(), DecodeErrorKind>;
    /// Returns the remaining items as raw JSON.
    fn rest(&mut self) -> Result<Vec<Json>, DecodeErrorKind>;
}

/// A list that places for further items can be added to.
pub trait Grow {
    /// Adds a place and returns it.
    fn grow(&mut self) -> Option<&mut dyn Place>;
}

/// The reason why a value was rejected. It names keys and types, never a value: the body
/// may contain secrets.
///
/// It is a single pointer, since every value that is read returns a result with it.
#[derive(Debug)]
pub struct DecodeErrorKind(Box<Reason>);

#[derive(Debug)]
enum Reason {
    Format,
    Missing(&'static str),
    Mismatch { expected: &'static str, found: &'static str },
    Within(String, DecodeErrorKind),
}

impl DecodeErrorKind {
    /// Returns the reason for an error of the format, which its reader keeps.
    #[cold]
    pub(super) fn format() -> Self {
        Self(Box::new(Reason::Format))
    }

    /// Returns the reason for a required key that is missing.
    #[cold]
    pub(super) fn missing(key: &'static str) -> Self {
        Self(Box::new(Reason::Missing(key)))
    }

    /// Returns the reason for a value of another type.
    #[cold]
    pub(crate) fn mismatch(expected: &'static str, found: &'static str) -> Self {
        Self(Box::new(Reason::Mismatch { expected, found }))
    }

    /// Adds the path inside a value that was collected before it was read, if no recorder
    /// is there to record it.
    #[cold]
    pub(super) fn within(self, path: String) -> Self {
        if path.is_empty() { self } else { Self(Box::new(Reason::Within(path, self))) }
    }
}

impl fmt::Display for DecodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Reason::Format => f.write_str("the input could not be read"),
            Reason::Missing(key) => write!(f, "missing field `{key}`"),
            Reason::Mismatch { expected, found } => {
                write!(f, "expected {expected}, found {found}")
            }
            Reason::Within(path, fault) => write!(f, "at `{path}`: {fault}"),
        }
    }
}

impl<'a> Value<'a> {
    /// Returns the error for a value of the wrong type.
    #[cold]
    pub(crate) fn mismatch(&self, expected: &'static str) -> DecodeErrorKind {
        DecodeErrorKind::mismatch(expected, self.kind())
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

    /// Returns the string, or an error if the value is not a string.
    pub(crate) fn text(self) -> Result<&'a str, DecodeErrorKind> {
        match self {
            Self::Text(text) => Ok(text),
            other => Err(other.mismatch("a string")),
        }
    }

    /// Returns the map, or an error if the value is not a map.
    pub(crate) fn map(self) -> Result<&'a mut dyn MapReader, DecodeErrorKind> {
        match self {
            Self::Map(map) => Ok(map),
            other => Err(other.mismatch("an object")),
        }
    }

    /// Returns the sequence, or an error if the value is not a sequence.
    pub(crate) fn seq(self) -> Result<&'a mut dyn SeqReader, DecodeErrorKind> {
        match self {
            Self::Seq(seq) => Ok(seq),
            other => Err(other.mismatch("an array")),
        }
    }
}
