//! Runs the unchanged example programs with Stripe's mock and, for responses that it
//! does not send, with a local server. Cargo also runs `test_your_shop`, for its tests.

mod errors;
mod run;
mod shop;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use client_tests::mock::{self, Mock};
use client_tests::report::{Trial, needing, test};
use stripe_sessions::testing::SignatureHeader;

use self::run::{Outcome, ensure, program};

/// Programs that call the API: their arguments, and their output with the mock, which
/// returns fixtures.
const CALLING: &[(&str, &[&str], &[&str])] = &[
    ("blocking_checkout", &["price_123"], &["\ncs_"]),
    (
        "change_session",
        &["cs_test_7"],
        &["cs_test_7: Some(", "cs_test_7 is expired now"],
    ),
    ("connected_account", &["acct_123"], &["cs_", "1 are open"]),
    ("create_checkout", &["price_123"], &["https://checkout.stripe.com/"]),
    ("handle_errors", &["price_123"], &["created cs_"]),
    ("list_sessions", &[], &["cs_", " usd "]),
    (
        "custom_transport",
        &[],
        &["1 sessions on the first page", "GET http://", "/v1/checkout/sessions: 200, "],
    ),
    ("portal_link", &["cus_123"], &["https://", "/session/"]),
    ("pricing_table", &["cus_123"], &["_secret_"]),
    ("test_your_shop", &[], &["https://checkout.stripe.com/"]),
];

/// Programs with a test of their own.
const OTHERS: &[&str] = &["axum_shop", "receive_webhook"];

pub(crate) fn trials() -> Vec<Trial> {
    let calling = CALLING.iter().map(|(name, arguments, expected)| {
        needing(name, mock::program(), move |mock| {
            let mock = Mock::start(mock)?;
            let told = program(name)?.arguments(arguments).on(&mock.url()).succeed()?;
            tells(&told, expected)
        })
    });
    let mut trials: Vec<Trial> = calling.collect();
    trials.push(test("all_are_run", all_are_run));
    trials.push(test("settings", settings));
    trials.push(test("receive_webhook", receive_webhook));
    trials.extend(errors::trials());
    trials.extend(shop::trials());
    trials
}

fn tells(told: &str, expected: &[&str]) -> Outcome {
    let missing: Vec<_> =
        expected.iter().filter(|text| !told.contains(**text)).collect();
    ensure(missing.is_empty(), || format!("{missing:?} is not in\n{told}"))
}

fn all_are_run() -> Outcome {
    let folder = client_tests::workspace().join("generated/examples");
    let files = fs::read_dir(folder).map_err(|error| error.to_string())?;
    let paths = files.flatten().map(|file| file.path());
    let stem = |path: PathBuf| Some(path.file_stem()?.to_string_lossy().into_owned());
    let there: BTreeSet<_> = paths.filter_map(stem).collect();
    let run = CALLING.iter().map(|(name, ..)| name).chain(OTHERS);
    let run: BTreeSet<_> = run.map(|name| (*name).to_owned()).collect();
    ensure(there == run, || format!("there are {there:?}, run are {run:?}"))
}

/// Checks the output when a setting is missing or invalid.
fn settings() -> Outcome {
    let checkout =
        || Ok::<_, String>(program("create_checkout")?.arguments(&["price_123"]));
    let told = checkout()?.without("STRIPE_SECRET_KEY").fail()?;
    tells(&told, &["STRIPE_SECRET_KEY is not set"])?;
    let told = checkout()?.on("api.example").fail()?;
    tells(&told, &["the base URL must be"])?;
    let told = program("create_checkout")?.fail()?;
    tells(&told, &["usage: create_checkout PRICE"])?;
    let told = program("axum_shop")?.without("STRIPE_WEBHOOK_SECRET").fail()?;
    tells(&told, &["STRIPE_WEBHOOK_SECRET is not set"])
}

fn receive_webhook() -> Outcome {
    let event = shop::event("checkout.session.completed");
    let receive = |signature: &str| {
        let program = program("receive_webhook")?;
        Ok::<_, String>(program.arguments(&[signature]).input(&event))
    };
    let sign = |secret: &str| SignatureHeader::new(secret).sign(&event);
    let told = receive(&sign(run::WEBHOOK_SECRET))?.succeed()?;
    tells(&told, &["API version: Same", "deliver the order of cs_test_1"])?;
    for signature in [sign("whsec_guess"), String::new()] {
        let told = receive(&signature)?.fail()?;
        ensure(!told.contains("deliver"), || told)?;
    }
    Ok(())
}
