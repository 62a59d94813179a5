//! The subject of a measurement: a program that depends on a crate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::table::Column;
use crate::{Part, Result, builds, counts};

/// The crate, or something that people would use instead.
#[derive(Debug)]
pub(crate) struct Subject {
    pub(crate) name: String,
    /// The folder of a copy of the program.
    pub(crate) program: PathBuf,
    /// `true` if it is a revision of this repository's crate.
    pub(crate) is_ours: bool,
    /// The start of the names of the crates that one would not have without it.
    own: &'static [&'static str],
}

impl Subject {
    /// Returns a subject of the repository as it is.
    pub(crate) fn named(name: &str) -> Result<Self> {
        match name {
            "ours" => Self::ours(name, &root().join("generated")),
            "async-stripe" => Self::new(name, name, &["stripe", "async_stripe"], None),
            "bare" => Self::new(name, name, &[], None),
            other => Err(format!("`{other}` is none of ours, async-stripe, bare")),
        }
    }

    /// Returns the crate of a revision of the repository.
    pub(crate) fn of_revision(revision: &str) -> Result<Self> {
        let folder = work().join("revision");
        recreate(&folder)?;
        let archive = folder.join("generated.tar");
        let mut git = Command::new("git");
        git.arg("-C").arg(root()).args(["archive", "--output"]).arg(&archive);
        succeed(git.args([revision, "generated"]))?;
        succeed(Command::new("tar").arg("-xf").arg(&archive).arg("-C").arg(&folder))?;
        Self::ours(revision, &folder.join("generated"))
    }

    fn ours(name: &str, crate_folder: &Path) -> Result<Self> {
        Self::new(name, "ours", &["stripe_sessions"], Some(crate_folder))
    }

    fn new(
        name: &str,
        program: &str,
        own: &'static [&'static str],
        crate_folder: Option<&Path>,
    ) -> Result<Self> {
        let source = bench().join("programs").join(program);
        let programs = work().join("programs");
        let copy = programs.join(name);
        recreate(&copy)?;
        succeed(Command::new("cp").arg("-r").arg(source.join("src")).arg(&copy))?;
        for shared in ["calls.rs", "heap.rs"] {
            write(
                &programs.join(shared),
                &read(&bench().join("programs").join(shared))?,
            )?;
        }
        let manifest = read(&source.join("Cargo.toml"))?;
        let path = crate_folder.unwrap_or(&copy).display().to_string();
        write(
            &copy.join("Cargo.toml"),
            &manifest.replace("../../../../generated", &path),
        )?;
        // The versions of dependencies that the repository is tested with.
        write(&copy.join("Cargo.lock"), &read(&root().join("Cargo.lock"))?)?;
        let is_ours = crate_folder.is_some();
        Ok(Self { name: name.to_owned(), program: copy, is_ours, own })
    }

    /// Measures what these parts contain of this subject alone. The column says what could not
    /// be measured: the other subjects do not depend on it.
    pub(crate) fn measure(&self, parts: &[Part]) -> Column {
        let mut column = Column::new(&self.name);
        if parts.contains(&Part::Builds)
            && let Err(error) = builds::measure(self, &mut column)
        {
            column.gap(format!("builds: {error}"));
        }
        if !parts.contains(&Part::Counts) {
            return column;
        }
        if self.program.join("src/bin/counts.rs").exists() {
            if let Err(error) = counts::measure(self, &mut column) {
                column.gap(format!("instructions and sizes: {error}"));
            }
        } else {
            column.gap("instructions and sizes: it has no types and no decoding");
        }
        column
    }

    /// Returns `true` for the name of a crate that one would not have without this subject.
    pub(crate) fn owns(&self, crate_name: &str) -> bool {
        self.own.iter().any(|start| crate_name.starts_with(start))
    }

    /// Returns Cargo in the folder of the program, with its own folder for what it builds.
    pub(crate) fn cargo(&self, arguments: &[&str], target: &Path) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.args(arguments).current_dir(&self.program);
        cargo.env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0");
        cargo.env_remove("RUSTFLAGS").env_remove("CARGO_PROFILE_DEV_DEBUG");
        cargo
    }
}

/// Returns the folder of this program.
pub(crate) fn bench() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the folder of the repository.
pub(crate) fn root() -> PathBuf {
    bench().join("../..")
}

/// Returns the folder for everything that is built.
pub(crate) fn work() -> PathBuf {
    root().join("target/bench")
}

/// Creates a folder without anything in it.
pub(crate) fn recreate(folder: &Path) -> Result<()> {
    let failure = |error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(failure)?;
    }
    fs::create_dir_all(folder).map_err(failure)
}

/// Reads a file.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Runs a command and returns what it prints, or what it says if it fails.
pub(crate) fn succeed(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        return Ok(text(&output.stdout));
    }
    Err(format!("{command:?} failed:\n{}", text(&output.stderr)))
}
