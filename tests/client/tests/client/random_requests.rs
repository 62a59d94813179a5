//! Random calls of each operation with everything that the types allow, even beyond the
//! document, are sent byte for byte as a second implementation encodes them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use client_tests::form_text;
use client_tests::inventory::Line;
use client_tests::program::{Call, Limits, Program, Source, calls};
use client_tests::property::check;
use client_tests::server::{Request, TestServer, response};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

#[test]
fn random_calls_are_sent_as_they_are_meant() {
    let (source, program) = Program::build(Path::new(env!("CARGO_TARGET_TMPDIR")));
    let server =
        TestServer::always(response(400, "", r#"{"error":{"message":"seen"}}"#));
    let mut running = program.start(&server.url());
    let failures: Vec<_> = source
        .operations
        .iter()
        .filter_map(|operation| {
            let calls = calls(source, operation, Limits::Types, &[]);
            let failure = check(&calls, |calls| {
                let first = running.made();
                let outcomes = running.make(calls);
                let mut seen: BTreeMap<usize, Vec<Request>> = BTreeMap::new();
                for request in server.take() {
                    let case = request.header("Case")[0].parse().expect("a number");
                    seen.entry(case).or_default().push(request);
                }
                let seen = (first..).map(|case| seen.remove(&case).unwrap_or_default());
                let calls = calls.iter().zip(seen).zip(outcomes);
                calls
                    .map(|((call, seen), outcome)| sent(call, &seen, &outcome))
                    .collect()
            });
            failure.err()
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Checks that these are the requests of a call.
fn sent(call: &Call, seen: &[Request], outcome: &str) -> Result<(), String> {
    let [seen] = seen else {
        return Err(format!("sent {} times: {outcome}", seen.len()));
    };
    let (path, form) = (call.path(), call.form());
    let (target, body) = match call.method.as_str() {
        "GET" if form.is_empty() => (path, String::new()),
        "GET" => (format!("{path}?{form}"), String::new()),
        _ => (path, form),
    };
    let expected = (call.method.as_str(), target.as_str(), body.as_str());
    let actual = (seen.method(), seen.target(), seen.body.as_str());
    if actual == expected {
        return Ok(());
    }
    Err(format!("expected {expected:?}\n  sent     {actual:?}"))
}

/// Values that the document allows are generated in most positions; rare parameters have
/// tests of their own.
#[test]
fn random_calls_reach_the_parameters() {
    let source = Source::read();
    let mut drawn = BTreeSet::new();
    for operation in &source.operations {
        let calls = calls(&source, operation, Limits::Document, &[]);
        let mut runner = TestRunner::deterministic();
        for _ in 0..256 {
            let call = calls.new_tree(&mut runner).expect("a call").current();
            for (key, _) in call.pairs() {
                let around =
                    (1..=key.len()).map(|length| form_text::path(&key[..length]));
                drawn.extend(around.map(|path| (call.root.clone(), path)));
            }
        }
    }
    let lines: Vec<_> = source.requests().filter(|line| !line.is_operation()).collect();
    let is_drawn = |line: &Line| drawn.contains(&(line.root.clone(), line.path.clone()));
    let reached = lines.iter().filter(|line| is_drawn(line)).count();
    assert!(reached * 10 >= lines.len() * 9, "{reached} of {}", lines.len());
}
