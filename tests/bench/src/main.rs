//! Measures the crate beside what people would use instead: async-stripe, and a bare client of
//! hyper. `tests/bench/run` prints one table; `BENCHMARKS.md` explains it.

mod builds;
mod counts;
mod gate;
mod generator;
mod machine;
mod requests;
mod server;
mod subject;
mod table;

use std::process::ExitCode;

use self::subject::Subject;

/// A part of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Cold builds.
    Builds,
    /// Instructions, and sizes of types.
    Counts,
    /// Requests to a server.
    Requests,
    /// The generator.
    Generator,
}

impl Part {
    const ALL: [(&str, Self); 4] = [
        ("builds", Self::Builds),
        ("counts", Self::Counts),
        ("requests", Self::Requests),
        ("generator", Self::Generator),
    ];

    /// Returns all parts but these.
    fn except(names: &str) -> Result<Vec<Self>> {
        let names: Vec<&str> = names.split(',').collect();
        let unknown = |name: &&str| Self::ALL.iter().all(|(known, _)| known != name);
        if let Some(unknown) = names.iter().copied().find(unknown) {
            return Err(format!(
                "`{unknown}` is none of builds, counts, requests, generator"
            ));
        }
        let kept = Self::ALL.iter().filter(|(name, _)| !names.contains(name));
        Ok(kept.map(|(_, part)| *part).collect())
    }
}

/// A message about a failure, for a person.
type Result<T> = std::result::Result<T, String>;

const HELP: &str = "\
Measures the crate beside async-stripe and a bare client of hyper.

tests/bench/run                    everything, as one table (half an hour)
tests/bench/run --only ours,bare   only these columns
tests/bench/run --base REVISION    one column more: the crate of another revision
tests/bench/run --skip builds      without a part: builds, counts, requests, generator
tests/bench/run --skip builds,generator
tests/bench/run gate               fails if the crate needs more instructions than committed
tests/bench/run gate --update      commits the figures of now
";

fn main() -> ExitCode {
    // Cargo runs this program in the place of rustc while a build is measured.
    if let Some(log) = std::env::var_os(builds::LOG) {
        return builds::compile(log.as_ref());
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<ExitCode> {
    match arguments {
        ["gate"] => return gate::check(),
        ["gate", "--update"] => return gate::update(),
        _ => {}
    }
    let mut chosen = None;
    let mut base = None;
    let mut parts = Part::ALL.map(|(_, part)| part).to_vec();
    for pair in arguments.chunks(2) {
        match pair {
            ["--only", names] => chosen = Some(*names),
            ["--base", revision] => base = Some(*revision),
            ["--skip", names] => parts = Part::except(names)?,
            _ => return Err(HELP.to_owned()),
        }
    }
    let names = chosen.unwrap_or("ours,async-stripe,bare").split(',');
    let mut subjects = names.map(Subject::named).collect::<Result<Vec<_>>>()?;
    if let Some(revision) = base {
        subjects.insert(1.min(subjects.len()), Subject::of_revision(revision)?);
    }
    println!("{}\n", machine::describe());
    let mut columns = Vec::new();
    for subject in &subjects {
        let mut column = subject.measure(&parts);
        if subject.name == "ours"
            && parts.contains(&Part::Generator)
            && let Err(error) = generator::measure(&mut column)
        {
            column.gap(format!("generator: {error}"));
        }
        // The whole table takes long: what is measured must not be lost if it is interrupted.
        eprintln!("{}", table::print(std::slice::from_ref(&column)));
        columns.push(column);
    }
    if parts.contains(&Part::Requests) {
        requests::measure(&subjects, &mut columns)?;
    }
    println!("{}\nload at the end: {}", table::print(&columns), machine::load());
    Ok(ExitCode::SUCCESS)
}
