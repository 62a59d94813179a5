//! Unsuccessful responses over the wire: retries and error metadata.

use std::time::Duration;

use crate::support::WIDGET;
use crate::support::clients::{CallOptions, each};
use stripe_runtime::ErrorKind;
use test_support::server::{bytes, full_response};

const LOCK: &str = r#"{"error":{"type":"invalid_request_error","code":"lock_timeout","message":"locked"}}"#;
const RATE: &str = r#"{"error":{"type":"invalid_request_error","code":"rate_limit","message":"slow down"}}"#;
const HTML: &str = "<html><body><h1>502 Bad Gateway</h1></body></html>";
const YES: &str = "Stripe-Should-Retry: true\r\n";
const NO: &str = "Stripe-Should-Retry: false\r\n";
const ODD: &str = "Stripe-Should-Retry: perhaps\r\n";

struct Row {
    name: &'static str,
    status: u16,
    headers: &'static str,
    body: &'static str,
    kind: ErrorKind,
}

const fn row(
    status: u16,
    headers: &'static str,
    body: &'static str,
    kind: ErrorKind,
    name: &'static str,
) -> Row {
    Row { name, status, headers, body, kind }
}

const REPEATED: &[Row] = &[
    row(500, "", "{}", ErrorKind::Api, "500"),
    row(500, "", "", ErrorKind::Api, "500, empty"),
    row(502, "Content-Type: text/html\r\n", HTML, ErrorKind::Api, "502, HTML"),
    row(503, "", "", ErrorKind::Api, "503"),
    row(504, "", HTML, ErrorKind::Api, "504, HTML"),
    row(409, "", "{}", ErrorKind::Api, "409"),
    row(429, "", LOCK, ErrorKind::RateLimit, "429, a lock"),
    row(400, YES, "{}", ErrorKind::InvalidRequest, "400, Should-Retry: true"),
    row(402, YES, "{}", ErrorKind::Card, "402, Should-Retry: true"),
    row(429, YES, RATE, ErrorKind::RateLimit, "429, Should-Retry: true"),
    row(500, YES, "{}", ErrorKind::Api, "500, Should-Retry: true"),
    row(500, ODD, "{}", ErrorKind::Api, "500, invalid Should-Retry"),
    row(307, YES, "", ErrorKind::Api, "307, Should-Retry: true"),
];

const FINAL: &[Row] = &[
    row(429, "", RATE, ErrorKind::RateLimit, "429, a rate limit"),
    row(429, "Retry-After: 1\r\n", RATE, ErrorKind::RateLimit, "429, Retry-After"),
    row(429, "", HTML, ErrorKind::RateLimit, "429, HTML"),
    row(429, NO, LOCK, ErrorKind::RateLimit, "429, a lock, Should-Retry: false"),
    row(409, NO, "{}", ErrorKind::Api, "409, Should-Retry: false"),
    row(500, NO, "{}", ErrorKind::Api, "500, Should-Retry: false"),
    row(502, NO, HTML, ErrorKind::Api, "502, HTML, Should-Retry: false"),
    row(400, "", LOCK, ErrorKind::InvalidRequest, "400 with the code of a lock"),
    row(400, ODD, "{}", ErrorKind::InvalidRequest, "400, invalid Should-Retry"),
    row(401, "", "{}", ErrorKind::Authentication, "401"),
    row(402, "", "{}", ErrorKind::Card, "402"),
    row(403, "", HTML, ErrorKind::Permission, "403, HTML"),
    row(404, "", HTML, ErrorKind::InvalidRequest, "404, HTML"),
    row(301, "Location: /v1/elsewhere\r\n", "", ErrorKind::Api, "301"),
    row(308, "Location: /v1/elsewhere\r\n", "", ErrorKind::Api, "308"),
    row(304, "", "", ErrorKind::Api, "304"),
];

fn check(rows: &'static [Row], retries: u32, attempts: u32, succeeds: bool) {
    let response = |row: &Row| bytes(full_response(row.status, row.headers, row.body));
    let exchanges: Vec<_> =
        rows.iter().map(|row| (row.name, vec![response(row)])).collect();
    each(&exchanges, &CallOptions { retries, ..CallOptions::default() }, |observed| {
        assert_eq!(observed.seen.len(), attempts as usize, "{}", observed.name);
        if succeeds {
            assert_eq!(
                observed.widget().meta().attempts(),
                attempts,
                "{}",
                observed.name
            );
            return;
        }
        let fault = observed.name.rsplit_once(" (").unwrap().0;
        let row = rows.iter().find(|row| row.name == fault).unwrap();
        let (name, error) = (&observed.name, observed.error());
        let meta = error.meta();
        assert_eq!((error.kind(), meta.attempts()), (row.kind, attempts), "{name}");
        assert_eq!(
            (meta.status(), meta.request_id()),
            (Some(row.status), Some("req_1"))
        );
        assert_eq!(meta.raw_body(), row.body.as_bytes(), "{name}");
    });
}

#[test]
fn transient_errors_are_retried() {
    check(REPEATED, 2, 2, true);
}

#[test]
fn disabled_retries() {
    check(REPEATED, 0, 1, false);
}

#[test]
fn final_errors_are_not_retried() {
    check(FINAL, 5, 1, false);
}

#[test]
fn retry_after_delays_the_retry() {
    let exchanges = vec![bytes(full_response(503, "Retry-After: 2\r\n", ""))];
    each(
        &[("Retry-After", exchanges)],
        &CallOptions { retries: 1, ..CallOptions::default() },
        |observed| {
            assert_eq!(observed.widget().meta().attempts(), 2, "{}", observed.name);
            assert!(
                observed.took >= Duration::from_secs(2),
                "{} {:?}",
                observed.name,
                observed.took
            );
        },
    );
}

#[test]
fn many_header_fields_are_not_a_broken_connection() {
    let with = |count: usize| {
        let headers: String = (0..count).map(|i| format!("X-{i}: y\r\n")).collect();
        vec![bytes(full_response(200, &headers, WIDGET))]
    };
    let options = CallOptions { retries: 2, ..CallOptions::default() };
    each(&[("90", with(90))], &options, |observed| {
        let headers = observed.widget().meta().headers();
        assert_eq!(headers.get("x-89"), Some("y"), "{}", observed.name);
    });
    each(&[("5000", vec![with(5000).remove(0); 3])], &options, |observed| {
        let (name, error) = (&observed.name, observed.error());
        assert!(error.to_string().contains("header fields"), "{name}: {error}");
        assert_eq!(error.meta().attempts(), 3, "{name}");
        assert!(error.is_outcome_unknown(), "{name}");
    });
    #[cfg(feature = "hyper")]
    each(&[("500", with(500))], &options, |observed| {
        assert!(observed.result.is_ok() || !observed.name.contains("hyper"));
    });
}
