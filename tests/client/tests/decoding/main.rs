//! Objects of the API are read without loss, or rejected with the position of the fault.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "tests")]

mod events;
mod fixtures;
mod lists;
mod older_versions;
mod refusals;
mod samples;
mod small_stack;

use std::process::ExitCode;

use libtest_mimic::Arguments;

type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let mut trials = samples::trials();
    trials.extend(refusals::trials());
    trials.extend(fixtures::trials());
    trials.extend(events::trials());
    trials.extend(lists::trials());
    trials.extend(older_versions::trials());
    trials.extend(small_stack::trials());
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn ensure(condition: bool, otherwise: &str) -> Outcome {
    if condition { Ok(()) } else { Err(otherwise.to_owned()) }
}
