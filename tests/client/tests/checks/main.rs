//! Tests that are made from tables, and tests that need Stripe's mock or its official
//! documents. Their harness reports those as ignored, with the reason, where these are
//! missing.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "tests")]

mod conformance;
mod decoding;
mod examples;
mod inventory_responses;

use std::process::ExitCode;

use client_tests::report;

fn main() -> ExitCode {
    report::run([
        ("conformance", conformance::trials()),
        ("decoding", decoding::trials()),
        ("examples", examples::trials()),
        ("inventory_responses", inventory_responses::trials()),
    ])
}
