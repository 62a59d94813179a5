//! Instructions, counted by callgrind, and the sizes of types.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::subject::{Subject, bench, root, succeed, work};
use crate::table::{Column, rows};

/// The numbers of repetitions whose difference is divided: what happens once, such as loading
/// the program, does not count.
const TIMES: [u32; 2] = [2, 12];

/// The flags of Cargo that build the program.
pub(crate) const FLAGS: [&str; 5] =
    ["--bin", "counts", "--no-default-features", "--features", "counts"];

/// A session as the API returns it for a create: many members are null.
pub(crate) const SESSION: &str = "inputs/checkout_session.json";
/// A session with all members.
const FULL: &str = "generated/src/fixtures/checkout/checkout_session.full.json";

/// The case that reads [`FULL`].
pub(crate) const DECODE_FULL: &str = "decode full";

/// Measures the instructions and the sizes.
pub(crate) fn measure(subject: &Subject, column: &mut Column) -> Result<()> {
    let program = build(subject)?;
    let sizes = succeed(&mut Command::new(&program))?;
    for (name, size) in sizes.lines().filter_map(|line| line.split_once('=')) {
        let row = rows::SIZES.into_iter().find(|row| row.is_size_of(name));
        if let (Some(row), Ok(size)) = (row, size.parse()) {
            column.set(row, size);
        }
    }
    valgrind()?;
    let count = |case| Ok::<_, String>(instructions(&program, case)? / 1e3);
    for (row, case) in [
        (rows::DECODE, "decode"),
        (rows::DECODE_FULL, DECODE_FULL),
        (rows::DECODE_LIST, "decode list"),
        (rows::LIST, "list"),
    ] {
        column.set(row, count(case)?);
    }
    let [construct, create] = [count("construct")?, count("create")?];
    let both = create - count("create without parameters")?;
    column.set(rows::CONSTRUCT, construct);
    column.set(rows::ENCODE, both - construct);
    column.set(rows::BOTH, both);
    column.set(rows::CREATE, create);
    Ok(())
}

/// Builds the program that does the work.
pub(crate) fn build(subject: &Subject) -> Result<PathBuf> {
    eprintln!("{}: instructions", subject.name);
    let target = work().join("counts").join(&subject.name);
    let flags = [&["build", "--release"], &FLAGS[..]].concat();
    succeed(&mut subject.cargo(&flags, &target))?;
    Ok(target.join("release/counts"))
}

/// Returns an error if callgrind cannot be run.
pub(crate) fn valgrind() -> Result<()> {
    let found = Command::new("valgrind").arg("--version").output();
    found.map(drop).map_err(|error| format!("valgrind is needed to count them: {error}"))
}

/// Returns the instructions of one repetition.
pub(crate) fn instructions(program: &Path, case: &str) -> Result<f64> {
    let (name, json) = match case {
        DECODE_FULL => ("decode", root().join(FULL)),
        case => (case, bench().join(SESSION)),
    };
    per_repetition(TIMES, |times| {
        collected(program, &[name, &times.to_string(), &json.display().to_string()])
    })
}

/// Returns the instructions of one repetition, from those of two numbers of them.
pub(crate) fn per_repetition(
    [few, many]: [u32; 2],
    collected: impl Fn(u32) -> Result<f64>,
) -> Result<f64> {
    Ok((collected(many)? - collected(few)?) / f64::from(many - few))
}

/// Returns the instructions of a program.
pub(crate) fn collected(program: &Path, arguments: &[&str]) -> Result<f64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    let output = valgrind.arg(program).args(arguments).output();
    let output = output.map_err(|error| error.to_string())?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    let count = report.lines().find_map(|line| line.split_once("Collected : "));
    match count.and_then(|(_, count)| count.trim().parse().ok()) {
        Some(count) if output.status.success() => Ok(count),
        _ => Err(format!("`{}` failed under callgrind:\n{report}", arguments.join(" "))),
    }
}
