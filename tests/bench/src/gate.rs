//! The gate: instruction counts do not grow by accident.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::subject::{Subject, bench, read, write};
use crate::{Result, counts};

/// The part by which a count may grow: a new compiler or C library changes it a little.
const TOLERANCE: f64 = 0.05;

const CASES: [&str; 7] = [
    "decode",
    counts::DECODE_FULL,
    "decode list",
    "construct",
    "create",
    "create without parameters",
    "list",
];

/// Fails if a count has grown over the committed one.
pub(crate) fn check() -> Result<ExitCode> {
    if let Err(reason) = counts::valgrind() {
        println!("SKIPPED: {reason}");
        return Ok(ExitCode::SUCCESS);
    }
    let committed = read(&file())?;
    let mut grown = false;
    println!("{:<28} {:>12} {:>12} {:>8}", "instructions", "committed", "now", "growth");
    for (case, now) in count()? {
        let before = figure(&committed, case)
            .ok_or_else(|| format!("{} has no figure for `{case}`", file().display()))?;
        let growth = now / before - 1.0;
        grown |= growth > TOLERANCE;
        println!("{case:<28} {before:>12.0} {now:>12.0} {:>7.1}%", growth * 100.0);
    }
    if grown {
        println!(
            "A count has grown by more than {:.0} %. If the work is worth it, commit the new \
             figures: `tests/bench/run gate --update`.",
            TOLERANCE * 100.0
        );
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the counts of now.
pub(crate) fn update() -> Result<ExitCode> {
    counts::valgrind()?;
    let mut text = String::new();
    for (case, now) in count()? {
        writeln!(text, "{case} = {now:.0}").map_err(|error| error.to_string())?;
    }
    write(&file(), &text)?;
    print!("{text}");
    Ok(ExitCode::SUCCESS)
}

fn count() -> Result<Vec<(&'static str, f64)>> {
    let program = counts::build(&Subject::named("ours")?)?;
    CASES
        .into_iter()
        .map(|case| Ok((case, counts::instructions(&program, case)?)))
        .collect()
}

fn file() -> PathBuf {
    bench().join("instructions.txt")
}

fn figure(text: &str, case: &str) -> Option<f64> {
    let lines = text.lines().filter_map(|line| line.split_once(" = "));
    lines.filter(|(name, _)| *name == case).find_map(|(_, figure)| figure.parse().ok())
}
