//! Stripe's mock, which knows the document, accepts each operation with the fewest and
//! with all parameters, with each parameter in each way and each enum value, and the
//! responses decode.

use std::path::Path;

use client_tests::mock::{self, Mock};
use client_tests::program::{Program, Verdict, cases};
use test_support::report::{Trial, needing};

pub(crate) fn trials() -> Vec<Trial> {
    vec![needing("every_parameter_on_stripe_mock", mock::program(), every_parameter)]
}

fn every_parameter(mock: &Path) -> Result<(), String> {
    let (source, program) = Program::build(Path::new(env!("CARGO_TARGET_TMPDIR")));
    let mock = Mock::start(mock)?;
    let cases = cases(source);
    let outcomes = program.start(&mock.url()).make(cases.iter().map(|case| &case.call));
    let wrong: Vec<_> = cases
        .iter()
        .zip(&outcomes)
        .filter(|(case, outcome)| match case.verdict {
            Verdict::Accepted => outcome.as_str() != "ok",
            Verdict::Rejected => !is_about(outcome, &case.parameter),
            Verdict::Open => false,
        })
        .map(|(case, outcome)| format!("{} ({:?}): {outcome}", case.label, case.verdict))
        .collect();
    if wrong.is_empty() {
        return Ok(());
    }
    Err(format!("{} of {}:\n{}", wrong.len(), outcomes.len(), wrong.join("\n")))
}

/// Returns `true` if an error names the parameter, as far as the mock does.
fn is_about(outcome: &str, parameter: &str) -> bool {
    let first = parameter.split(['.', '[']).next().unwrap_or_default();
    outcome.contains("status 400")
        && (outcome.contains(&format!("property '{first}' validation failed")))
}
