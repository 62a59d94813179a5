//! Checks a property of all calls of an operation with random calls.
//!
//! The seed is fixed. `PROPTEST_RNG_SEED` sets another one, and `PROPTEST_CASES` the
//! number of calls.

use std::cell::RefCell;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};

use crate::program::Call;

const CASES: u32 = 256;
const SEED: u64 = 4711;
const LONGEST_SHOWN: usize = 1000;

/// Generates calls and performs them. Shrinks the first call that fails.
///
/// # Errors
/// Returns the call that does not have the property, and how to generate it again.
pub fn check(
    calls: &impl Strategy<Value = Call>,
    mut make: impl FnMut(&[Call]) -> Vec<Result<(), String>>,
) -> Result<(), String> {
    let (config, seed) = config();
    let mut runner = TestRunner::new(config);
    let trees = (0..runner.config().cases).map(|_| calls.new_tree(&mut runner));
    let mut trees = trees
        .collect::<Result<Vec<_>, _>>()
        .map_err(|reason| format!("no call can be drawn: {reason}"))?;
    let drawn: Vec<_> = trees.iter().map(ValueTree::current).collect();
    let outcomes = make(&drawn);
    assert_eq!(outcomes.len(), drawn.len(), "an outcome for each call");
    let Some(first) = outcomes.iter().position(Result::is_err) else { return Ok(()) };
    let failed = outcomes.iter().filter(|outcome| outcome.is_err()).count();
    let make = RefCell::new(make);
    let once = |call: Call| {
        let outcome = make.borrow_mut()(&[call]).remove(0);
        outcome.map_err(TestCaseError::fail)
    };
    let what = match runner.run_one(trees.swap_remove(first), once) {
        Err(TestError::Fail(reason, call)) => format!("{}\n  {reason}", shown(&call)),
        _ => format!(
            "{}\n  {:?}; it does not fail by itself",
            shown(&drawn[first]),
            outcomes[first]
        ),
    };
    Err(format!(
        "{failed} of {} calls fail (PROPTEST_RNG_SEED={seed}); the smallest, as it is meant:\n  {}",
        drawn.len(),
        abbreviated(&what)
    ))
}

fn config() -> (Config, u64) {
    let mut config = Config::default();
    let given = |name| std::env::var_os(name).is_some();
    if !given("PROPTEST_CASES") {
        config.cases = CASES;
    }
    let seed = match config.rng_seed {
        RngSeed::Fixed(seed) => seed,
        RngSeed::Random => SEED,
    };
    config.rng_seed = RngSeed::Fixed(seed);
    // The message says how to generate the calls again.
    config.failure_persistence = None;
    // Objects in which nothing would be set are rejected, which occurs often in many
    // calls.
    config.max_local_rejects = u32::MAX;
    config.max_shrink_iters = 10_000;
    (config, seed)
}

/// `checkout.session#update POST /v1/checkout/sessions/cs_1 metadata[a]=b`
fn shown(call: &Call) -> String {
    format!("{} {} {} {}", call.root, call.method, call.path(), call.form())
}

/// Omits the middle of very long parameters.
fn abbreviated(text: &str) -> String {
    let parameters = text.split('&').map(|parameter| {
        let length = parameter.chars().count();
        if length <= LONGEST_SHOWN {
            return parameter.to_owned();
        }
        let start: String = parameter.chars().take(LONGEST_SHOWN / 2).collect();
        let end: String = parameter.chars().skip(length - LONGEST_SHOWN / 2).collect();
        format!("{start}…({length} characters)…{end}")
    });
    parameters.collect::<Vec<_>>().join("&")
}
