//! Cold builds: the CPU seconds (user + system) of every crate, and what comes out.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::machine::children;
use crate::subject::{Subject, read, recreate, succeed, work};
use crate::table::{Column, rows};
use crate::{Result, counts};

/// The variable with the file that lists the CPU seconds of each crate.
pub(crate) const LOG: &str = "STRIPE_BENCH_LOG";

/// The program of all subjects.
const PROGRAM: &str = "three_calls";

/// Measures the builds of the program in both profiles.
pub(crate) fn measure(subject: &Subject, column: &mut Column) -> Result<()> {
    let target = work().join("cold");
    succeed(&mut subject.cargo(&["fetch"], &target))?;
    column.set(rows::CRATES, crates(subject, &[])?);
    if subject.is_ours {
        let blocking = ["--no-default-features", "--features", "blocking"];
        column.set(rows::CRATES_BLOCKING, crates(subject, &blocking)?);
    }
    for (profile, build) in [("dev", rows::DEV), ("release", rows::RELEASE)] {
        eprintln!("{}: cold {profile} build", subject.name);
        let flags = ["build", "--bin", "three-calls", "--profile", profile];
        let spent = cold(subject, &flags, &target)?;
        let total = spent.total;
        let own = spent.of(|name| subject.owns(name));
        let user = spent.of(|name| name == PROGRAM);
        column.set(build.own, own);
        column.set(build.user, user);
        column.set(build.dependencies, total - own - user);
        column.set(build.total, total);
        if profile == "release" {
            let program = target.join("release/three-calls");
            let bytes = fs::metadata(&program).map_err(|error| error.to_string())?.len();
            column.set(rows::STRIPPED, bytes as f64 / 1e6);
        }
        if subject.is_ours {
            eprintln!("{}: cold {profile} build of the crate alone", subject.name);
            // This program has a transport of its own.
            let flags = [&["build", "--profile", profile], &counts::FLAGS[..]].concat();
            let spent = cold(subject, &flags, &target)?;
            column.set(build.alone, spent.of(|name| subject.owns(name)));
        }
    }
    recreate(&target)
}

/// The CPU seconds of a build.
struct Spent {
    /// Of everything, including Cargo and build scripts.
    total: f64,
    crates: Vec<(String, f64)>,
}

impl Spent {
    fn of(&self, counts: impl Fn(&str) -> bool) -> f64 {
        let crates = self.crates.iter().filter(|(name, _)| counts(name));
        // The sum of no numbers would be -0.0.
        crates.fold(0.0, |sum, (_, seconds)| sum + seconds)
    }
}

fn cold(subject: &Subject, flags: &[&str], target: &Path) -> Result<Spent> {
    recreate(target)?;
    let log = target.join("crates.log");
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let before = children();
    let mut cargo = subject.cargo(flags, target);
    succeed(cargo.env(LOG, &log).env("RUSTC_WRAPPER", program))?;
    let total = children() - before;
    let crates = read(&log)?;
    let crates = crates.lines().filter_map(|line| line.split_once(' '));
    let crates = crates
        .filter_map(|(name, seconds)| Some((name.to_owned(), seconds.parse().ok()?)));
    Ok(Spent { total, crates: crates.collect() })
}

/// Compiles a crate in the place of rustc, and adds its CPU seconds to the log.
pub(crate) fn compile(log: &Path) -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let Some((rustc, arguments)) = arguments.split_first() else {
        return ExitCode::FAILURE;
    };
    let Ok(status) = Command::new(rustc).args(arguments).env_remove(LOG).status() else {
        return ExitCode::FAILURE;
    };
    let name =
        arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    if let Some(name) = name {
        let line = format!("{} {}\n", name.to_string_lossy(), children());
        let file = OpenOptions::new().create(true).append(true).open(log);
        if file.and_then(|mut file| file.write_all(line.as_bytes())).is_err() {
            return ExitCode::FAILURE;
        }
    }
    if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Returns the number of crates that a program has to build, itself excepted.
fn crates(subject: &Subject, flags: &[&str]) -> Result<f64> {
    let tree = ["tree", "--edges", "normal,build", "--prefix", "none", "--no-dedupe"];
    let mut cargo = subject.cargo(&[&tree[..], flags].concat(), &work().join("cold"));
    let list = succeed(&mut cargo)?;
    let crates: BTreeSet<_> =
        list.lines().skip(1).filter(|line| !line.is_empty()).collect();
    Ok(crates.len() as f64)
}
