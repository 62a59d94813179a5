//! What the generator says about input that it cannot use.

use std::fmt;

/// Where in the inputs a problem stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole, for example because it is missing.
    File,
    /// A JSON pointer (RFC 6901) into the file.
    Pointer(String),
    /// A line and a column, both counted from 1, where the file has no tree yet.
    Line(usize, usize),
}

/// One problem: where it is, what was expected, what was found, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    file: String,
    place: Place,
    expected: String,
    found: String,
    help: String,
}

impl Diagnostic {
    /// A problem in `file` at `place`.
    pub fn new(file: impl Into<String>, place: Place) -> Self {
        Self {
            file: file.into(),
            place,
            expected: String::new(),
            found: String::new(),
            help: String::new(),
        }
    }

    /// What the generator would have taken.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = expected.into();
        self
    }

    /// What stands there instead.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self
    }

    /// What the reader can do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: expected {}", self.expected)?;
        match &self.place {
            Place::File => writeln!(f, "  --> {}", self.file)?,
            Place::Pointer(pointer) => writeln!(f, "  --> {}#{pointer}", self.file)?,
            Place::Line(line, column) => {
                writeln!(f, "  --> {}:{line}:{column}", self.file)?;
            }
        }
        writeln!(f, "  found: {}", self.found)?;
        write!(f, "  help: {}", self.help)
    }
}

/// All problems of one phase. A phase collects; between phases the generator stops.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Keeps the value of a result, or its problems.
    pub fn record<T>(&mut self, result: Result<T>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(problems) => {
                self.0.extend(problems.0);
                None
            }
        }
    }

    /// `value`, unless problems were collected.
    ///
    /// # Errors
    /// The collected problems.
    pub fn into_result<T>(self, value: T) -> Result<T> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    /// The problems, in the order in which they were found.
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
