//! Runs the generator on hostile input, as a process with limits, and checks what must be true of any
//! input.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{Base, Case, Random, shuffle};

/// The time after which a process hangs: far more than any case takes on a slow machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// The limit on the address space of a process, in KiB.
const MEMORY: usize = 1 << 20;

/// A finished process.
#[derive(Clone, Debug)]
pub struct Finished {
    status: ExitStatus,
    /// What it wrote to standard error.
    pub told: String,
}

impl Finished {
    /// Returns `true` if the input was accepted.
    pub fn is_accepted(&self) -> bool {
        self.status.code() == Some(0)
    }
}

/// The program to test, and the folder of one case after the other.
#[derive(Clone, Copy, Debug)]
pub struct Runner<'a> {
    /// The path of the generator.
    pub program: &'a str,
    /// The folder of the case.
    pub folder: &'a Path,
}

impl Runner<'_> {
    /// Generates the crate of a case and runs its command. If the crate is generated, all its files
    /// must be Rust, and another order of keys must lead to the same one. Returns `true` if it is.
    ///
    /// # Errors
    /// Returns what is wrong.
    pub fn case(&self, case: &Case) -> Result<bool, String> {
        let is_accepted = self.generate(case)?;
        if is_accepted {
            self.repeat(case)?;
        }
        if !case.command.is_empty() {
            self.command(case, &case.command)?;
        }
        Ok(is_accepted)
    }

    /// Generates the crate of a case. Returns `true` if that is possible.
    ///
    /// # Errors
    /// Returns an error if files are written although it is not, or if they are not Rust.
    pub fn generate(&self, case: &Case) -> Result<bool, String> {
        let _ = fs::remove_dir_all(self.folder);
        case.base.write(self.folder)?;
        let before = files(self.folder)?;
        let is_accepted = self.command(case, &["generate".to_owned()])?.is_accepted();
        let after = files(self.folder)?;
        if !is_accepted && before != after {
            return Err("files were written although the input was refused".to_owned());
        }
        for (path, bytes) in after.iter().filter(|(path, _)| !before.contains_key(*path))
        {
            let text = std::str::from_utf8(bytes)
                .map_err(|error| format!("{path}: {error}"))?;
            let is_code = path.ends_with(".rs") && !path.contains("/runtime/");
            if is_code && let Err(error) = syn::parse_file(text) {
                return Err(format!("{path} is not Rust: {error}"));
            }
        }
        Ok(is_accepted)
    }

    /// Checks that the crate of a case is the same with another order of keys.
    fn repeat(&self, case: &Case) -> Result<(), String> {
        let mut again = case.clone();
        if !again.base.is_raw {
            // Without it, the crate names the digest of the file.
            let has_digest = again
                .base
                .document
                .pointer("/info/x-source-sha256")
                .is_some_and(Value::is_string);
            if has_digest {
                shuffle(&mut again.base.document, &mut Random::new(case.seed));
            }
        }
        let document = Base { files: BTreeMap::new(), ..again.base.clone() };
        document.write(self.folder)?;
        let finished = self.command(case, &["check".to_owned()])?;
        match finished.is_accepted() {
            true => Ok(()),
            false => {
                Err(format!("the crate is another one the next time\n{}", finished.told))
            }
        }
    }

    /// Runs a command on a case, and checks how it ends.
    ///
    /// # Errors
    /// Returns an error if it crashes, hangs, needs too much memory, or refuses the input without a
    /// place.
    pub fn command(&self, case: &Case, command: &[String]) -> Result<Finished, String> {
        let options = case.options.iter().filter(|_| !has_own_inputs(command));
        let scope = ["--scope".to_owned(), case.base.scope.clone()];
        let arguments: Vec<String> =
            scope.iter().chain(options).chain(command).cloned().collect();
        let finished = self.bounded(&arguments)?;
        let fault = match finished.status.code() {
            Some(0 | 1) => None,
            Some(2) => fault_of_report(&finished.told, &case.base.inputs()),
            _ => Some(format!("ended with {}", finished.status)),
        };
        let fault = fault.or_else(|| {
            finished.told.contains("panicked at").then(|| "panicked".to_owned())
        });
        match fault {
            None => Ok(finished),
            Some(fault) => {
                let told: String = finished.told.chars().take(4_000).collect();
                Err(format!("`{}`: {fault}\n{told}", arguments.join(" ")))
            }
        }
    }

    /// Runs the generator with a limit on its memory, and ends it if it takes too long.
    fn bounded(&self, arguments: &[String]) -> Result<Finished, String> {
        let problem = |error: std::io::Error| error.to_string();
        let output = self.folder.join("told");
        let limited = format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\"");
        let mut child = Command::new("/bin/sh")
            .args(["-c", &limited, self.program])
            .args(arguments)
            .current_dir(self.folder)
            .stdout(Stdio::null())
            .stderr(File::create(&output).map_err(problem)?)
            .spawn()
            .map_err(problem)?;
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().map_err(problem)? {
                break status;
            }
            if start.elapsed() > PATIENCE {
                child.kill().map_err(problem)?;
                child.wait().map_err(problem)?;
                return Err(format!("`{}` does not end", arguments.join(" ")));
            }
            thread::sleep(Duration::from_millis(2));
        };
        let told = fs::read(&output).map_err(problem)?;
        fs::remove_file(&output).map_err(problem)?;
        Ok(Finished { status, told: String::from_utf8_lossy(&told).into_owned() })
    }
}

/// Returns `true` for commands that take no options of inputs.
fn has_own_inputs(command: &[String]) -> bool {
    matches!(command.first().map(String::as_str), Some("slice" | "diff" | "upgrade"))
}

/// Returns what is wrong with the report of a refusal: each fault must be told, and have a place; in
/// `inputs`, which have many, a line or a pointer.
fn fault_of_report(told: &str, inputs: &[&String]) -> Option<String> {
    let mut lines = told.lines().peekable();
    let mut faults = 0;
    while let Some(line) = lines.next() {
        let Some(fault) = line.strip_prefix("error: ") else { continue };
        // The summary of many problems has no place; each of them has one below.
        if fault.contains(" problems of ") && !fault.contains('`') {
            continue;
        }
        faults += 1;
        if fault.trim().is_empty() {
            return Some("a fault without words".to_owned());
        }
        // A name in a fault may have several lines.
        let place =
            std::iter::from_fn(|| lines.next_if(|line| !line.starts_with("error: ")))
                .find_map(|line| line.strip_prefix("  --> "));
        let Some(place) = place else { return Some(format!("`{fault}` has no place")) };
        let is_vague = inputs.iter().any(|input| *input == place);
        if is_vague && !WHOLE_FILES.iter().any(|known| fault.contains(known)) {
            return Some(format!("`{fault}` has no line and no pointer"));
        }
    }
    (faults == 0).then(|| "refused without a reason".to_owned())
}

/// Faults of a file as a whole.
const WHOLE_FILES: &[&str] = &[
    "the file is empty",
    "NUL bytes",
    "UTF-16",
    "no such file",
    "expected a file",
    "recursion limit",
];

/// Returns the files in a folder with their contents.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).map_err(|error| error.to_string())?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).map_err(|error| error.to_string())?;
                files.insert(path.to_string_lossy().into_owned(), bytes);
            }
        }
    }
    Ok(files)
}
