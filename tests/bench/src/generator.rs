//! The generator: time and memory of a release build.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::Result;
use crate::machine::children;
use crate::subject::{recreate, root, succeed, work};
use crate::table::{Column, Generator, rows};

/// The runs whose mean is taken, since the system counts CPU time in hundredths of a second.
const RUNS: u32 = 5;

/// How often the memory of the running program is looked at.
const INTERVAL: Duration = Duration::from_millis(1);

/// Measures the generator of the repository, whose crate has this column.
pub(crate) fn measure(column: &mut Column) -> Result<()> {
    eprintln!("generator");
    let target = work().join("generator");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "-p", "generator"]).current_dir(root());
    succeed(cargo.env("CARGO_TARGET_DIR", &target))?;
    let program = target.join("release/generator");
    run(&program, &[], &rows::SLICE, column)?;
    let Some(document) = document() else {
        column.gap(
            "generator of the full document: set STRIPE_OPENAPI to an official one",
        );
        return Ok(());
    };
    let spec = ["--spec", &document];
    run(&program, &spec, &rows::DOCUMENT, column)?;
    run(&program, &[&spec[..], &["--select", "all"]].concat(), &rows::WHOLE, column)
}

/// Returns the path of an official document of the whole API, which is not in the repository.
fn document() -> Option<String> {
    std::env::var("STRIPE_OPENAPI").ok().filter(|path| Path::new(path).is_file())
}

fn run(
    program: &Path,
    arguments: &[&str],
    rows: &Generator,
    column: &mut Column,
) -> Result<()> {
    let out = work().join("emitted");
    let before = children();
    for _ in 0..RUNS {
        recreate(&out)?;
        let mut command = Command::new(program);
        command.args(arguments).arg("--out").arg(&out).current_dir(root());
        column.set_best(rows.peak, peak(&mut command)? / 1e3, f64::max);
    }
    column.set(rows.seconds, (children() - before) / f64::from(RUNS));
    recreate(&out)
}

/// Runs a command and returns the peak of its memory, in kilobytes.
fn peak(command: &mut Command) -> Result<f64> {
    let failure = |error: std::io::Error| error.to_string();
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(failure)?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0;
    loop {
        if let Some(code) = child.try_wait().map_err(failure)? {
            return if code.success() {
                Ok(peak)
            } else {
                Err(format!("{command:?} failed"))
            };
        }
        let status = fs::read_to_string(&status).unwrap_or_default();
        let now = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = now.and_then(|now| now.split_whitespace().next()?.parse().ok());
        peak = f64::max(peak, now.unwrap_or(0.0));
        std::thread::sleep(INTERVAL);
    }
}
