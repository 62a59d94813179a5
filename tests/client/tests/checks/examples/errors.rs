//! `handle_errors`, with a server that returns errors or invalid responses.

use client_tests::report::{Trial, test};
use client_tests::server::{Step, TestServer, exchange, response};

use super::run::{Outcome, ensure, program};

const CARD: &str = r#"{"error": {"type": "card_error", "message": "Your card was declined.",
    "code": "card_declined", "decline_code": "insufficient_funds"}}"#;
const PRICE: &str = r#"{"error": {"type": "invalid_request_error", "message": "No such price",
    "code": "resource_missing", "param": "line_items[0][price]"}}"#;
const UNKNOWN: &str =
    r#"{"error": {"type": "invalid_request_error", "message": "Unknown"}}"#;
const KEY: &str =
    r#"{"error": {"type": "idempotency_error", "message": "Used before"}}"#;
const REVOKED: &str = r#"{"error": {"type": "invalid_request_error", "message": "No"}}"#;

/// Status and body of the response, and the program's output.
const CASES: &[(&str, u16, &str, &str)] = &[
    ("card", 402, CARD, "show to the customer: Your card was declined."),
    ("rate_limit", 429, "{}", "show to the customer: please try again in a minute"),
    ("server", 500, "<html>", "look the session up"),
    ("decode", 200, r#"{"id": 7}"#, "look the session up"),
    ("price", 400, PRICE, "show to the customer: this is no longer for sale"),
    ("invalid", 400, UNKNOWN, "alarm: Stripe rejects the parameters"),
    ("idempotency", 400, KEY, "alarm: a key was used for two different carts"),
    ("authentication", 401, REVOKED, "alarm: the API key is invalid"),
    ("permission", 403, REVOKED, "alarm: the API key is invalid"),
    ("redirect", 302, "", "alarm: an unknown kind of error"),
];

pub(crate) fn trials() -> impl Iterator<Item = Trial> {
    let case = |(name, status, body, expected): &'static (&str, u16, &str, &str)| {
        test(&format!("handle_errors/{name}"), || answered(*status, body, expected))
    };
    let alone = [
        test("handle_errors/connection", connection),
        test("handle_errors/lost", lost),
        test("handle_errors/refused", refused),
    ];
    CASES.iter().map(case).chain(alone)
}

fn answered(status: u16, body: &str, expected: &str) -> Outcome {
    let server =
        TestServer::always(response(status, "Stripe-Should-Retry: false\r\n", body));
    let told = program("handle_errors")?.on(&server.url()).fail()?;
    // The log line leads to the request.
    let whole = told.contains(expected) && told.contains("request id req_1");
    ensure(whole, || format!("{expected:?} is not in\n{told}"))?;
    ensure(server.seen().len() == 1, || "it was sent again".to_owned())
}

fn connection() -> Outcome {
    let told = program("handle_errors")?.fail()?;
    ensure(told.contains("please try again in a minute"), || told)
}

/// The request arrives, and no response follows.
fn lost() -> Outcome {
    let server = TestServer::always(exchange([Step::Close]));
    let told = program("handle_errors")?.on(&server.url()).fail()?;
    ensure(told.contains("repeat later with the key checkout-4711-3"), || told)
}

fn refused() -> Outcome {
    let told = program("handle_errors")?.with("STRIPE_SECRET_KEY", "a key").fail()?;
    ensure(told.contains("alarm: the configuration or the parameters"), || told)
}
