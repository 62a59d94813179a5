//! Stripe's mock, which knows the document, accepts random calls of each operation with
//! values that the document allows, and the responses decode. The mock rejects unknown
//! members at every level.

use std::path::Path;

use client_tests::mock::{self, Mock};
use client_tests::program::{Exception, Limits, Program, calls, cases};
use client_tests::property::check;
use test_support::official::DAHLIA;
use test_support::report::{Trial, needing};

const EXCEPTIONS: [Exception; 1] = [Exception {
    root: "checkout.session#create",
    path: "ui_mode",
    value: "form",
    reason: "a repair adds it; the mock holds the official document, which lacks it",
}];

pub(crate) fn trials() -> Vec<Trial> {
    let documents = DAHLIA.document().and_then(|_| DAHLIA.fixtures());
    let strict = mock::program().and_then(|program| documents.map(|_| program));
    vec![
        needing("random_calls_on_stripe_mock", strict, random_calls),
        needing("exceptions_are_still_refused", mock::program(), exceptions),
    ]
}

fn random_calls(mock: &Path) -> Result<(), String> {
    let (source, program) = Program::build(Path::new(env!("CARGO_TARGET_TMPDIR")));
    let mock = Mock::start_strict(mock, Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let mut running = program.start(&mock.url());
    let failures: Vec<_> = source
        .operations
        .iter()
        .filter_map(|operation| {
            let calls = calls(source, operation, Limits::Document, &EXCEPTIONS);
            let failure = check(&calls, |calls| {
                let outcomes = running.make(calls).into_iter();
                let accepted =
                    |text: String| if text == "ok" { Ok(()) } else { Err(text) };
                outcomes.map(accepted).collect()
            });
            failure.err()
        })
        .collect();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// An exception that the mock accepts must be removed from the list.
fn exceptions(mock: &Path) -> Result<(), String> {
    let (source, program) = Program::build(Path::new(env!("CARGO_TARGET_TMPDIR")));
    let mock = Mock::start(mock)?;
    let mut running = program.start(&mock.url());
    let cases = cases(source);
    for Exception { root, path, value, reason } in EXCEPTIONS {
        let label = format!("{root} {path} To({value:?})");
        let case = cases.iter().find(|case| case.label == label);
        let case = case.ok_or_else(|| format!("the crate does not offer {label}"))?;
        let outcome = running.make([&case.call]).remove(0);
        if !outcome.contains("status 400") || !outcome.contains(path) {
            return Err(format!("{label} ({reason}): {outcome}"));
        }
    }
    Ok(())
}
