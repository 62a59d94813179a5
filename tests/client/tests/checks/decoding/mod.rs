//! Objects of the API are read without loss, or rejected with the position of the fault.

mod events;
mod fixtures;
mod lists;
mod older_versions;
mod other_crate;
mod refusals;
mod samples;
mod small_stack;

use client_tests::report::Trial;

type Outcome = Result<(), String>;

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = samples::trials();
    trials.extend(refusals::trials());
    trials.extend(fixtures::trials());
    trials.extend(events::trials());
    trials.extend(lists::trials());
    trials.extend(older_versions::trials());
    trials.extend(other_crate::trials());
    trials.extend(small_stack::trials());
    trials
}

fn ensure(condition: bool, otherwise: &str) -> Outcome {
    if condition { Ok(()) } else { Err(otherwise.to_owned()) }
}
