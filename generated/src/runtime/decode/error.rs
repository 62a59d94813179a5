//! Where decoding failed, and why.

use std::cell::Cell;
use std::fmt;

use super::DecodeErrorKind;

/// JSON did not have the shape that the type asks for.
///
/// The message names keys, types and positions. It never repeats a value of the input,
/// which may be a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<ResponseInfo>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct ResponseInfo {
    path: String,
    message: String,
    position: Option<(usize, usize)>,
}

impl DecodeError {
    pub(in crate::runtime) fn new(
        path: String,
        message: String,
        position: Option<(usize, usize)>,
    ) -> Self {
        Self(Box::new(ResponseInfo { path, message, position }))
    }

    pub(super) fn from_fault(fault: &DecodeErrorKind, trace: &Trace) -> Self {
        Self::new(trace.path(), fault.to_string(), None)
    }

    pub(super) fn from_json(error: &serde_json::Error, trace: &Trace) -> Self {
        let position = (error.line(), error.column());
        let mut message = error.to_string();
        let suffix = format!(" at line {} column {}", position.0, position.1);
        if message.ends_with(&suffix) {
            message.truncate(message.len() - suffix.len());
        }
        Self::new(trace.path(), message, Some(position))
    }

    /// The place in the JSON, such as `line_items.data[0].price`. A missing field has the path of
    /// the object that lacks it; the path of the outermost value is empty.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// What was wrong there.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Line and column at which reading stopped, both counted from 1; `None` when the JSON had
    /// been parsed before.
    #[must_use]
    pub fn position(&self) -> Option<(usize, usize)> {
        self.0.position
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        if !self.0.path.is_empty() {
            write!(f, " at `{}`", self.0.path)?;
        }
        match self.0.position {
            Some((line, column)) => write!(f, " (line {line}, column {column})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("path", &self.0.path)
            .field("message", &self.0.message)
            .field("position", &self.0.position)
            .finish()
    }
}

impl std::error::Error for DecodeError {}

/// The steps from a failing value outwards. They are noted on the way back only, so that
/// decoding what is sound costs no more than handing a pointer on.
#[derive(Default)]
pub(super) struct Trace(Cell<Vec<Step>>);

enum Step {
    Key(String),
    Index(usize),
}

impl Trace {
    pub(super) fn trail(&self) -> PathRecorder<'_> {
        PathRecorder(Some(self))
    }

    fn push(&self, step: Step) {
        let mut steps = self.0.take();
        steps.push(step);
        self.0.set(steps);
    }

    /// The path as text; empties the trace.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for step in self.0.take().iter().rev() {
            match step {
                Step::Index(index) => path.push_str(&format!("[{index}]")),
                Step::Key(key) if !is_plain(key) => path.push_str(&format!("[{key:?}]")),
                Step::Key(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
            }
        }
        path
    }
}

/// Keys of free maps can be any text; those that would make the path ambiguous are quoted.
fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
}

/// Where readers note the way to an error; nowhere when only serde asked for the value.
#[derive(Clone, Copy, Default)]
#[allow(missing_debug_implementations, reason = "lives inside one call only")]
pub struct PathRecorder<'t>(Option<&'t Trace>);

impl PathRecorder<'_> {
    /// Whether somebody follows it.
    pub(super) fn is_noted(self) -> bool {
        self.0.is_some()
    }

    pub(super) fn key(self, key: &str) {
        if let Some(trace) = self.0 {
            trace.push(Step::Key(key.to_owned()));
        }
    }

    pub(super) fn index(self, index: usize) {
        if let Some(trace) = self.0 {
            trace.push(Step::Index(index));
        }
    }
}
