//! Answers that are no success, as they come over the wire: which are repeated, what is kept.

use std::time::Duration;

use crate::support::clients::{Ask, each};
use crate::support::faulty::{bytes, whole};
use stripe_runtime::ErrorKind;

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
    row(400, YES, "{}", ErrorKind::InvalidRequest, "400, told to"),
    row(402, YES, "{}", ErrorKind::Card, "402, told to"),
    row(429, YES, RATE, ErrorKind::RateLimit, "429, told to"),
    row(500, YES, "{}", ErrorKind::Api, "500, told to"),
    row(500, ODD, "{}", ErrorKind::Api, "500, told something else"),
    row(307, YES, "", ErrorKind::Api, "307, told to"),
];

const FINAL: &[Row] = &[
    row(429, "", RATE, ErrorKind::RateLimit, "429, a rate limit"),
    row(429, "Retry-After: 1\r\n", RATE, ErrorKind::RateLimit, "429, asked to wait"),
    row(429, "", HTML, ErrorKind::RateLimit, "429, HTML"),
    row(429, NO, LOCK, ErrorKind::RateLimit, "429, a lock, told not to"),
    row(409, NO, "{}", ErrorKind::Api, "409, told not to"),
    row(500, NO, "{}", ErrorKind::Api, "500, told not to"),
    row(502, NO, HTML, ErrorKind::Api, "502, HTML, told not to"),
    row(400, "", LOCK, ErrorKind::InvalidRequest, "400 with the code of a lock"),
    row(400, ODD, "{}", ErrorKind::InvalidRequest, "400, told something else"),
    row(401, "", "{}", ErrorKind::Authentication, "401"),
    row(402, "", "{}", ErrorKind::Card, "402"),
    row(403, "", HTML, ErrorKind::Permission, "403, HTML"),
    row(404, "", HTML, ErrorKind::InvalidRequest, "404, HTML"),
    row(301, "Location: /v1/elsewhere\r\n", "", ErrorKind::Api, "301"),
    row(308, "Location: /v1/elsewhere\r\n", "", ErrorKind::Api, "308"),
    row(304, "", "", ErrorKind::Api, "304"),
];

fn check(rows: &'static [Row], retries: u32, attempts: u32, succeeds: bool) {
    let answer = |row: &Row| bytes(whole(row.status, row.headers, row.body));
    let plays: Vec<_> = rows.iter().map(|row| (row.name, vec![answer(row)])).collect();
    each(&plays, &Ask { retries, ..Ask::default() }, |told| {
        assert_eq!(told.seen.len(), attempts as usize, "{}", told.name);
        if succeeds {
            assert_eq!(told.widget().meta().attempts(), attempts, "{}", told.name);
            return;
        }
        let fault = told.name.rsplit_once(" (").unwrap().0;
        let row = rows.iter().find(|row| row.name == fault).unwrap();
        let (name, error) = (&told.name, told.error());
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
fn what_may_pass_is_repeated() {
    check(REPEATED, 2, 2, true);
}

#[test]
fn nothing_is_repeated_when_none_is_allowed() {
    check(REPEATED, 0, 1, false);
}

#[test]
fn what_is_definite_is_not_repeated() {
    check(FINAL, 5, 1, false);
}

#[test]
fn the_server_can_ask_for_time() {
    let plays = vec![bytes(whole(503, "Retry-After: 2\r\n", ""))];
    each(&[("asked to wait", plays)], &Ask { retries: 1, ..Ask::default() }, |told| {
        assert_eq!(told.widget().meta().attempts(), 2, "{}", told.name);
        assert!(told.took >= Duration::from_secs(2), "{} {:?}", told.name, told.took);
    });
}
