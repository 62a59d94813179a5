//! Decode errors and their paths.

use std::cell::Cell;
use std::fmt;

use super::DecodeErrorKind;

/// An error for JSON that does not have the required shape.
///
/// The message names keys, types and positions. It never repeats a value of the input,
/// which may be a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Details>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    path: String,
    message: String,
    position: Option<(usize, usize)>,
}

impl DecodeError {
    pub(crate) fn new(
        path: String,
        message: String,
        position: Option<(usize, usize)>,
    ) -> Self {
        Self(Box::new(Details { path, message, position }))
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

    /// Returns the path of the error, such as `line_items.data[0].price`. For a missing
    /// field this is the path of the object that lacks it. The path of the outermost
    /// value is empty.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// Returns the error message, without the path.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Returns the line and the column of the error, both counted from 1, or `None` if
    /// the JSON was parsed before.
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

/// The state of reading one input: the memory that it needs, and the steps from a failing
/// value to the root. The steps are recorded only while an error is returned, so that successful decoding pays for no more than passing a pointer.
#[derive(Default)]
pub(super) struct Trace {
    steps: Cell<Vec<Step>>,
    /// The memory that raw JSON needs so far, in bytes.
    spent: Cell<usize>,
}

enum Step {
    Key(String),
    Index(usize),
}

impl Trace {
    pub(super) fn recorder(&self) -> PathRecorder<'_> {
        PathRecorder(Some(self))
    }

    fn push(&self, step: Step) {
        let mut steps = self.steps.take();
        steps.push(step);
        self.steps.set(steps);
    }

    /// Returns the path, and clears the recorded steps.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for step in self.steps.take().iter().rev() {
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

/// Returns `true` if the key needs no quotes in a path. Keys of maps can be any string.
fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
}

/// Records the path of an error. It records nothing if plain serde asked for the value.
#[derive(Clone, Copy, Default)]
#[allow(missing_debug_implementations, reason = "lives inside one call only")]
pub struct PathRecorder<'t>(Option<&'t Trace>);

impl PathRecorder<'_> {
    /// Returns `true` if the path is recorded.
    pub(super) fn is_noted(self) -> bool {
        self.0.is_some()
    }

    /// Adds to the memory that raw JSON needs, and returns the sum. Plain serde has no
    /// limit: its caller chose the input.
    pub(super) fn spend(self, bytes: usize) -> usize {
        self.0.map_or(0, |trace| {
            let spent = trace.spent.get().saturating_add(bytes);
            trace.spent.set(spent);
            spent
        })
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
