//! Requests to a server: what a call costs with everything between parameters and answer.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::counts::{self, SESSION};
use crate::server::Server;
use crate::subject::{Subject, bench, read, succeed, work};
use crate::table::{Column, Requests, rows};

/// The best of these rounds counts: other work on the machine can only make calls dearer.
const ROUNDS: usize = 5;
/// The calls of a round. A client that keeps no connections leaves this number of ports behind,
/// which the system gives out again a minute later.
const CALLS: u32 = 3_000;

/// The variables that would lead the calls elsewhere.
const PROXIES: [&str; 6] =
    ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// Measures the subjects by turns, so that all have the same share of what else the machine does.
pub(crate) fn measure(subjects: &[Subject], columns: &mut [Column]) -> Result<()> {
    let json = read(&bench().join(SESSION))?;
    let server = Server::start(&json).map_err(|error| error.to_string())?;
    let mut programs = Vec::new();
    for (subject, column) in subjects.iter().zip(columns) {
        match build(subject, column) {
            Ok(program) => programs.push((program, column)),
            Err(error) => column.gap(format!("requests: {error}")),
        }
    }
    for round in 1..=ROUNDS {
        eprintln!("requests, round {round} of {ROUNDS}");
        for (program, column) in &mut programs {
            for (at_once, rows) in [(1, rows::ONE), (32, rows::MANY)] {
                if let Err(error) = run(program, &server, at_once, &rows, column) {
                    column.gap(format!("requests, {at_once} at once: {error}"));
                }
            }
        }
    }
    if let Err(error) = counts::valgrind() {
        programs.iter_mut().for_each(|(_, column)| column.gap(error.clone()));
        return Ok(());
    }
    for (program, column) in &mut programs {
        for (at_once, rows) in [(1, rows::ONE), (32, rows::MANY)] {
            let spent = counts::per_repetition([32, 232], |calls| {
                let counts = [calls, at_once].map(|count| count.to_string());
                counts::collected(program, &[&server.url, &counts[0], &counts[1]])
            });
            match spent {
                Ok(spent) => column.set(rows.instructions, spent / 1e3),
                Err(error) => column.gap(format!("instructions of requests: {error}")),
            }
        }
    }
    Ok(())
}

/// Builds the program that makes the calls, and measures the heap of one.
fn build(subject: &Subject, column: &mut Column) -> Result<PathBuf> {
    eprintln!("{}: the program that makes requests", subject.name);
    let target = work().join("requests").join(&subject.name);
    let build = |program| {
        let flags = ["build", "--release", "--bin", program];
        succeed(&mut subject.cargo(&flags, &target))?;
        Ok::<_, String>(target.join("release").join(program))
    };
    if subject.program.join("src/bin/heap.rs").exists() {
        let line = succeed(&mut Command::new(build("heap")?))?;
        let bytes =
            line.trim().rsplit_once('=').and_then(|(_, bytes)| bytes.parse().ok());
        column.set(rows::HEAP, bytes.ok_or_else(|| format!("no bytes in `{line}`"))?);
    }
    build("requests")
}

fn run(
    program: &Path,
    server: &Server,
    at_once: u32,
    rows: &Requests,
    column: &mut Column,
) -> Result<()> {
    let mut command = Command::new(program);
    for name in PROXIES {
        command.env_remove(name);
    }
    let counts = [CALLS.to_string(), at_once.to_string()];
    let report = succeed(command.arg(&server.url).args(counts))?;
    let figure = |name: &str| {
        let lines = report.lines().filter_map(|line| line.split_once('='));
        let mut figures = lines.filter(|(known, _)| *known == name);
        let figure = figures.find_map(|(_, figure)| figure.parse::<f64>().ok());
        figure.ok_or_else(|| format!("no `{name}` in `{report}`"))
    };
    let calls = f64::from(CALLS);
    column.set_best(rows.per_second, calls / figure("seconds")?, f64::max);
    column.set_best(rows.cpu, figure("cpu")? * 1e6 / calls, f64::min);
    column.set_best(rows.peak, figure("peak")? / 1e3, f64::min);
    column.set_best(rows.connections, server.take_connections() as f64, f64::min);
    Ok(())
}
