//! The commands, their output and their exit codes.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::error::ErrorKind as Usage;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use generator::diagnostic::report;
use generator::diagnostic::{Diagnostics, Result};
use generator::input::refresh::Refresh;
use generator::input::scope::ModuleRow;
use generator::input::version::Versions;
use generator::input::{self as inputs, Inputs, Options, load, save};
use generator::model::Omission;
use generator::openapi::slice;
use generator::pipeline::{self, Phase};
use generator::{diff, explain};

/// The command that runs the generator in its workspace.
const PROGRAM: &str = "cargo run -p generator";

const NAMES_REFUSED: &str = "\
error: nothing was written, since names in the lock are permanent
  = help: correct these rows and add them at the end of the scope; or run `generate \
--accept-names` with the same options, to take the names as they are
";

const AFTER_HELP: &str = "\
Examples:
  generator                                              regenerate the crate of the scope
  generator generate --spec spec3.json                   the same after a path was added to the scope
  generator --select PATH_PREFIX --spec spec3.json --out part
                                                         a crate of one part of the API
  generator --scope spec/whole/scope.toml --spec spec3.json --out stripe-api
                                                         the whole API, with a feature for each resource
  generator diff old.json new.json --format markdown     what changes for users, as a changelog entry
  generator upgrade --from spec3.json --dry-run          what the next version of the API would change

Exit codes: 0 success, 1 the crate differs from its inputs or a change was found, 2 invalid usage or invalid input.
Results are written to standard output, everything else to standard error.";

/// Generates a Rust client crate from Stripe's OpenAPI document.
#[derive(Debug, Parser)]
#[command(version, about, after_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Generate the crate, and add missing names to the name lock (default)
    ///
    /// With `--spec` and an official document, the slice is cut anew: this is how paths enter the
    /// scope. Writes slice, lock and crate; all of them or, after a failure, none. Tells what breaks
    /// users, and how many items lack a description.
    ///
    /// Proposes rows for components that no row of `modules` covers. Then nothing is written, since
    /// names in the lock are permanent, and the exit code is 1.
    Generate {
        /// Let components that no row of `modules` covers have the proposed names
        #[arg(long)]
        accept_names: bool,
    },
    /// Check that the crate is up to date, without writing anything
    ///
    /// Lists each file that differs with the source to edit, and files that the generator
    /// did not write. Exits with 1 if there are any.
    Check {
        /// Also fail on public items without a description
        #[arg(long)]
        strict: bool,
    },
    /// Cut the slice that the scope selects out of the official document
    ///
    /// Of the options below, only `--scope` and `--select` apply.
    Slice {
        /// Read the official document from FILE, in JSON or YAML
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// Write the slice to FILE instead of standard output
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
    /// Tell what changes for users between two versions of the API document
    ///
    /// Compares the API and the crate, as the scope selects and names their parts. A change is
    /// breaking if code that used the crate may stop compiling, or if a call may start failing.
    /// Both documents are official documents or slices, in JSON or YAML. Of the overlays, what
    /// changes the structure of a document is applied where it fits.
    Diff {
        /// The document of the version that users have
        #[arg(value_name = "OLD")]
        old: PathBuf,
        /// The document of the version that they get
        #[arg(value_name = "NEW")]
        new: PathBuf,
        /// The form of the result; Markdown is fit for a changelog
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// Exit with 1 if there are changes of this kind
        #[arg(long, value_enum, value_name = "KIND")]
        fail_on: Option<FailOn>,
    },
    /// Take the crate to another version of the API
    ///
    /// Writes the new slice, the names that enter the lock, the version of the crate, the entry of
    /// its changelog, and the crate; all of them or, after a failure, none. Reports what changes
    /// for users, and the items without a description.
    ///
    /// Overlay actions that match nothing in the new document, repairs that it no longer needs,
    /// and descriptions of what it does not have are left out of the crate and listed; the exit
    /// code is then 1. Remove them from the overlays, and the crate is up to date.
    Upgrade {
        /// Read the official document of the other version from FILE, in JSON or YAML
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// Print the report, and write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Tell where an item comes from, and why it has its name
    ///
    /// Lists the places in the document, the overlays and the rows of the scope that had an effect
    /// on it, and what it became.
    Explain {
        /// A Rust path (`module::Type::field`), a wire path (`component:property`,
        /// `component#create:items[].price`), a component, an event, or an operation (`POST /v1/…`)
        #[arg(id = "explained", value_name = "NAME")]
        name: String,
    },
    /// List the fields, parameters and operations of the crate, as JSON lines
    Inventory {
        /// Print the number of items and descriptions of each module instead
        #[arg(long)]
        summary: bool,
    },
    /// Print the model after a phase, one item a line, to see where a fault begins
    Dump {
        /// Stop after this phase
        #[arg(long, value_name = "PHASE", value_enum, default_value_t = Phase::Plan)]
        after: Phase,
        /// Print only the items with NAME in their path: a component, or a part of a wire
        /// path or a Rust path
        #[arg(id = "dumped", value_name = "NAME")]
        name: Option<String>,
    },
}

/// The forms of the result of `diff`.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// Lines for people.
    #[default]
    Text,
    /// One object.
    Json,
    /// An entry of a changelog.
    Markdown,
}

/// The changes on which `diff` fails.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum FailOn {
    /// Those that break users.
    Breaking,
}

/// The outcome of a command.
enum Outcome {
    /// Success, with the output for stdout.
    Done(String),
    /// The generated crate is out of date, or a change was found, with a report.
    Differs(String),
}

impl Cli {
    /// Runs the command. The exit code is 0 on success, 1 if the crate is out of date,
    /// and 2 if the input is invalid.
    pub(crate) fn run(&self) -> ExitCode {
        let start = Instant::now();
        let outcome = match self.perform() {
            Ok(outcome) => outcome,
            Err(problems) => {
                print_error(&self::report(&problems));
                return ExitCode::from(2);
            }
        };
        let (result, code) = match &outcome {
            Outcome::Done(result) => (result, ExitCode::SUCCESS),
            Outcome::Differs(report) => (report, ExitCode::from(1)),
        };
        match io::stdout().write_all(result.as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                print_error(&format!("error: cannot write the result: {error}\n"));
                return ExitCode::from(2);
            }
            _ => {}
        }
        if matches!(self.command, None | Some(Command::Generate { .. })) {
            print_error(&format!(
                "finished in {:.1} s\n",
                start.elapsed().as_secs_f32()
            ));
        }
        code
    }

    fn perform(&self) -> Result<Outcome> {
        match &self.command {
            None => self.generate(false),
            Some(Command::Generate { accept_names }) => self.generate(*accept_names),
            Some(Command::Check { strict }) => self.check(*strict),
            Some(Command::Slice { from, to }) => {
                self.slice(from, to.as_deref()).map(Outcome::Done)
            }
            Some(Command::Diff { old, new, format, fail_on }) => {
                self.diff((old, new), *format, *fail_on)
            }
            Some(Command::Upgrade { from, dry_run }) => self.upgrade(from, *dry_run),
            Some(Command::Explain { name }) => {
                let (inputs, touches) = pipeline::read_traced(&self.options)?;
                let found = pipeline::explain(&inputs, &touches, &[name])?;
                Ok(Outcome::Done(explain::text(&found)))
            }
            Some(Command::Inventory { summary }) => {
                let inputs = pipeline::read(&self.options)?;
                let list =
                    if *summary { pipeline::summary } else { pipeline::inventory };
                list(&inputs).map(Outcome::Done)
            }
            Some(Command::Dump { after, name }) => {
                let inputs = pipeline::read(&self.options)?;
                pipeline::dump(&inputs, *after, name.as_deref()).map(Outcome::Done)
            }
        }
    }

    fn generate(&self, accept_names: bool) -> Result<Outcome> {
        let refresh = Refresh::read(&self.options)?;
        let draft = pipeline::draft(&refresh)?;
        print_omissions(draft.omitted());
        print_rows(&draft.rows, &refresh.inputs);
        let is_refused = draft.is_questionable() && !accept_names;
        let mut text = match is_refused {
            true => String::new(),
            false => draft.write()?,
        };
        match &draft.changes {
            Some(Ok(changes)) => text += &diff::breaking(changes),
            Some(Err(problems)) => {
                print_error("note: the crate for the old slice cannot be compared:\n");
                print_error(&self::report(problems));
            }
            None => {}
        }
        print_undescribed(&draft.undescribed);
        if is_refused {
            print_error(NAMES_REFUSED);
            return Ok(Outcome::Differs(text));
        }
        Ok(Outcome::Done(text))
    }

    fn check(&self, strict: bool) -> Result<Outcome> {
        let inputs = pipeline::read(&self.options)?;
        let undescribed = if strict { pipeline::undescribed(&inputs)? } else { None };
        let Some(difference) = pipeline::check(&inputs)? else {
            let missing = undescribed.map(|problems| self::report(&problems));
            return Ok(missing.map_or(Outcome::Done(String::new()), Outcome::Differs));
        };
        let mut report = difference.text;
        if difference.is_outdated {
            let has_options = std::env::args_os().count() > 2;
            let options = if has_options { " with the same options" } else { "" };
            report += &format!("run `{PROGRAM}`{options} to regenerate the crate\n");
        }
        if let Some(problems) = undescribed {
            report += &self::report(&problems);
        }
        Ok(Outcome::Differs(report))
    }

    fn diff(
        &self,
        (old, new): (&Path, &Path),
        format: Format,
        fail_on: Option<FailOn>,
    ) -> Result<Outcome> {
        let options = &self.options;
        reject("diff", options, &["--spec", "--out", "--name"]);
        let versions = Versions::read(options, old, new)?;
        let changes = pipeline::diff(&versions)?;
        for remark in &versions.remarks {
            print_error(&format!("note: {remark}\n"));
        }
        let text = match format {
            Format::Text => diff::text(&changes),
            Format::Json => diff::json(&changes),
            Format::Markdown => diff::markdown(&changes),
        };
        Ok(match fail_on {
            Some(FailOn::Breaking) if changes.is_breaking() => Outcome::Differs(text),
            _ => Outcome::Done(text),
        })
    }

    fn upgrade(&self, from: &Path, dry_run: bool) -> Result<Outcome> {
        let options = &self.options;
        reject(
            "upgrade",
            options,
            &["--spec", "--overlay", "--no-overlays", "--out", "--select", "--name"],
        );
        let report = pipeline::upgrade(options, from, dry_run)?;
        print_omissions(&report.omitted);
        if dry_run {
            print_error("note: nothing was written\n");
        }
        Ok(match report.is_complete() {
            true => Outcome::Done(report.text()),
            false => Outcome::Differs(report.text()),
        })
    }

    fn slice(&self, from: &Path, to: Option<&Path>) -> Result<String> {
        let options = &self.options;
        reject(
            "slice",
            options,
            &["--spec", "--overlay", "--no-overlays", "--out", "--name", "--legacy"],
        );
        let slice = inputs::slice_of(from, &self.options)?;
        let text = slice::text(&slice);
        let Some(to) = to else {
            return Ok(text);
        };
        save::text(to, &text)?;
        Ok(format!("wrote {}\n", load::name(to)))
    }
}

/// Exits with a usage error if one of `rejected` is given, which do not apply to a command.
fn reject(command: &str, options: &Options, rejected: &[&str]) {
    let given = [
        ("--spec", options.spec.is_some()),
        ("--overlay", !options.overlays.is_empty()),
        ("--no-overlays", options.no_overlays),
        ("--out", options.out.is_some()),
        ("--select", !options.select.is_empty()),
        ("--name", options.name.is_some()),
        ("--legacy", options.legacy),
    ];
    let is_rejected =
        |(option, given): &&(&str, bool)| *given && rejected.contains(option);
    if let Some((option, _)) = given.iter().find(is_rejected) {
        let message = format!("the option `{option}` cannot be used with `{command}`");
        Cli::command().error(Usage::ArgumentConflict, message).exit();
    }
}

/// Returns the printed list of problems.
fn report(problems: &Diagnostics) -> String {
    report::text(problems, |file| load::text(file.as_ref()).ok())
}

/// Tells which components are named without a row of the module table.
fn print_rows(rows: &[ModuleRow], inputs: &Inputs) {
    if rows.is_empty() {
        return;
    }
    let lock = inputs.lock.as_ref().map_or("the name lock", |(file, _)| file);
    print_error(&format!(
        "note: no row of `modules` in {} covers these components, which enter {lock} with the \
         names of these rows:\n\n",
        inputs.scope_file
    ));
    for row in rows {
        print_error(&format!("{row}\n"));
    }
}

/// Tells how many items have no description.
fn print_undescribed(undescribed: &Diagnostics) {
    let items = match undescribed.iter().count() {
        0 => return,
        1 => "1 item has no description".to_owned(),
        count => format!("{count} items have no description"),
    };
    print_error(&format!("note: {items}; `{PROGRAM} -- check --strict` lists them\n"));
}

/// Tells which operations of the document are missing in the crate.
fn print_omissions(omitted: &[Omission]) {
    for Omission { route, pointer, reason, .. } in omitted.iter().filter(|o| !o.legacy) {
        print_error(&format!("not supported: {route} (#{pointer}): {reason}\n"));
    }
    let legacy = omitted.iter().filter(|omission| omission.legacy).count();
    if legacy > 0 {
        print_error(&format!(
            "note: legacy operations are left out: {legacy}; `--legacy` keeps them\n"
        ));
    }
}

/// Writes to standard error. A failure is ignored: standard error may be closed.
fn print_error(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
