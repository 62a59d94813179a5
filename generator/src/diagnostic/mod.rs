//! Diagnostics: the faults of an input, each with its location and a way to correct it.

pub(crate) mod locate;
pub mod report;
pub(crate) mod suggest;

use std::fmt;

/// The location of a fault in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The file as a whole, for example because it is missing.
    File,
    /// A JSON pointer (RFC 6901) into the file.
    Pointer(String),
    /// A line and a column, both counted from 1.
    Line(usize, usize),
}

/// Escapes a step of a JSON pointer.
pub fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Returns the key that a step of a JSON pointer stands for.
pub(crate) fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// A fault in a file. The fault comes first; expectation, finding, notes and help follow where they
/// add something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    pub(crate) file: String,
    pub(crate) place: Place,
    pub(crate) fault: String,
    notes: Vec<(&'static str, String)>,
    help: Option<String>,
}

impl Diagnostic {
    /// Creates a diagnostic about `file` at `place`.
    pub fn new(file: impl Into<String>, place: Place, fault: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            place,
            fault: fault.into(),
            notes: Vec::new(),
            help: None,
        }
    }

    /// Adds what the generator accepts.
    #[must_use]
    pub fn expected(self, expected: impl Into<String>) -> Self {
        self.with("expected", expected)
    }

    /// Adds what the file contains.
    #[must_use]
    pub fn found(self, found: impl Into<String>) -> Self {
        self.with("found", found)
    }

    /// Sets what the reader can do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a remark about the place of the fault.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        self.with("note", note)
    }

    fn with(mut self, label: &'static str, text: impl Into<String>) -> Self {
        self.notes.push((label, text.into()));
        self
    }

    /// Returns the fault without the names in it. Faults of one kind differ in nothing
    /// else.
    pub(crate) fn kind(&self) -> String {
        let parts = self.fault.split('`').enumerate();
        parts.map(|(index, part)| if index % 2 == 0 { part } else { "`…`" }).collect()
    }

    /// Writes the diagnostic, with a line and a column if they are known.
    pub(crate) fn write(
        &self,
        line: Option<(usize, usize)>,
        f: &mut impl fmt::Write,
    ) -> fmt::Result {
        writeln!(f, "error: {}", self.fault)?;
        write!(f, "  --> {}", self.file)?;
        match (&self.place, line) {
            (Place::File, _) => {}
            (Place::Line(line, column), _) => write!(f, ":{line}:{column}")?,
            (Place::Pointer(pointer), None) => write!(f, "#{pointer}")?,
            (Place::Pointer(pointer), Some((line, column))) => {
                write!(f, ":{line}:{column} (#{pointer})")?;
            }
        }
        let help = self.help.iter().map(|help| ("help", help));
        let mut notes =
            self.notes.iter().map(|(label, text)| (*label, text)).chain(help);
        notes.try_for_each(|(label, text)| write!(f, "\n  = {label}: {text}"))
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(None, f)
    }
}

/// All faults of one phase. A phase collects them; between phases the generator stops.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Returns the value of a result, or adds its diagnostics.
    pub fn record<T>(&mut self, result: Result<T>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(problems) => {
                self.0.extend(problems.0);
                None
            }
        }
    }

    /// Returns `value`, unless diagnostics were added.
    ///
    /// # Errors
    /// The diagnostics.
    pub fn into_result<T>(self, value: T) -> Result<T> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    /// Sets the help of diagnostics that are about a file as a whole and have none.
    #[must_use]
    pub(crate) fn help_with_files(self, help: &str) -> Self {
        let with_help = |diagnostic: Diagnostic| match diagnostic.place {
            Place::File if diagnostic.help.is_none() => diagnostic.help(help),
            _ => diagnostic,
        };
        Self(self.0.into_iter().map(with_help).collect())
    }

    /// Returns `true` if there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the diagnostics, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f, "\n")?;
            }
            diagnostic.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

/// The result of a phase.
pub type Result<T> = std::result::Result<T, Diagnostics>;
