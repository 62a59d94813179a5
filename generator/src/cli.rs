//! The commands, their output and their exit codes.

use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::error::ErrorKind as Usage;
use clap::{CommandFactory, Parser, Subcommand};
use generator::diagnostic::Result;
use generator::inputs::{Inputs, Options};
use generator::{inputs, load, pipeline, report, save, slice};

/// Writes a Rust client crate from an OpenAPI document.
#[derive(Debug, Parser)]
#[command(version, about)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the crate (the default)
    Generate,
    /// Check that the generated crate is up to date; exit with code 1 if it is not
    Check,
    /// Extract the part in scope from the official document
    Slice {
        /// The official document, in JSON or YAML
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// Write the slice to this file instead of the standard output
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
    /// List everything that is emitted, as JSON lines
    Inventory,
}

/// The outcome of a command.
enum Outcome {
    /// Success, with the text for the standard output.
    Done(String),
    /// The generated crate is out of date, with a report.
    Differs(String),
}

impl Cli {
    /// Runs the command. The exit code is 0 on success, 1 if the crate is out of date,
    /// and 2 if the input is invalid.
    pub(crate) fn run(&self) -> ExitCode {
        let outcome = match self.perform() {
            Ok(outcome) => outcome,
            Err(problems) => {
                let read = |file: &str| load::text(file.as_ref()).ok();
                eprint(&report::text(&problems, read));
                return ExitCode::from(2);
            }
        };
        let (text, code) = match &outcome {
            Outcome::Done(text) => (text, ExitCode::SUCCESS),
            Outcome::Differs(text) => (text, ExitCode::from(1)),
        };
        match std::io::stdout().write_all(text.as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                eprint(&format!("error: cannot write the result: {error}\n"));
                ExitCode::from(2)
            }
            _ => code,
        }
    }

    fn perform(&self) -> Result<Outcome> {
        match &self.command {
            None | Some(Command::Generate) => self.generate().map(Outcome::Done),
            Some(Command::Check) => {
                let difference = pipeline::check(&Inputs::read(&self.options)?)?;
                Ok(difference
                    .map_or_else(|| Outcome::Done(String::new()), Outcome::Differs))
            }
            Some(Command::Slice { from, to }) => {
                self.slice(from, to.as_ref()).map(Outcome::Done)
            }
            Some(Command::Inventory) => {
                pipeline::inventory(&Inputs::read(&self.options)?).map(Outcome::Done)
            }
        }
    }

    fn generate(&self) -> Result<String> {
        let start = Instant::now();
        let written = pipeline::generate(&Inputs::read(&self.options)?)?;
        eprint(&format!("took {:.1} s\n", start.elapsed().as_secs_f32()));
        Ok(written)
    }

    fn slice(&self, from: &std::path::Path, to: Option<&PathBuf>) -> Result<String> {
        self.refuse_for_slice();
        let slice = inputs::slice_of(from, &self.options)?;
        let text = slice::text(&slice);
        let Some(to) = to else {
            return Ok(text);
        };
        save::text(to, &text)?;
        Ok(format!("wrote {}\n", load::name(to)))
    }

    /// Exits with a usage error if an option is given that `slice` does not support.
    fn refuse_for_slice(&self) {
        let options = &self.options;
        let given = [
            ("--spec", options.spec.is_some()),
            ("--overlay", !options.overlays.is_empty()),
            ("--no-overlays", options.no_overlays),
            ("--out", options.out.is_some()),
        ];
        if let Some((option, _)) = given.iter().find(|(_, given)| *given) {
            let message = format!("`slice` has no use for `{option}`");
            Cli::command().error(Usage::ArgumentConflict, message).exit();
        }
    }
}

/// Writes to the standard error, which may be closed.
fn eprint(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
