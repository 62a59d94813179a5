//! TLS failures: broken handshakes are retried, invalid certificates are not.

use std::error::Error as _;
use std::time::Instant;

use crate::support::WIDGET;
use crate::support::authority::Authority;
use crate::support::clients::{CLIENTS, CallOptions, LONG, TLS_CLIENTS};
use test_support::server::{Step, TestServer, full_response, unread};

#[test]
fn invalid_certificate_is_not_retried_and_gets_no_request() {
    let (known, unknown) = (Authority::new("known"), Authority::new("unknown"));
    let identities = [
        ("an unknown authority", unknown.issue("127.0.0.1")),
        ("another host", known.issue("api.example")),
        ("another address", known.issue("127.0.0.2")),
        ("expired", known.issue_for_years("127.0.0.1", 2000, 2001)),
        ("not valid yet", known.issue_for_years("127.0.0.1", 2999, 3000)),
    ];
    for (fault, identity) in identities {
        let server = identity.serve(full_response(200, "", WIDGET));
        for (number, (transport, make)) in TLS_CLIENTS.iter().enumerate() {
            let options = CallOptions { retries: 3, ..CallOptions::default() };
            let error = make(&server.url(), &known.der()).call(&options).unwrap_err();
            let name = format!("{fault} ({transport}): {error:?}");
            assert!(error.is_connection() && !error.is_timeout(), "{name}");
            assert!(error.to_string().contains("certificate"), "{name}");
            assert_eq!(error.meta().attempts(), 1, "{name}");
            assert!(error.meta().idempotency_key().is_some(), "{name}");
            let (mut reasons, mut cause) = (String::new(), error.source());
            while let Some(reason) = cause {
                reasons.push_str(&reason.to_string());
                cause = reason.source();
            }
            assert!(reasons.contains("invalid peer certificate"), "{name}");
            assert_eq!(server.connections(), number + 1, "{name}");
        }
    }
}

/// A broken handshake may be temporary: there is neither an alert nor an invalid
/// certificate.
#[test]
fn broken_handshake_is_retried() {
    let plain = full_response(400, "", "<html>plain HTTP on a port of TLS</html>");
    let faults = [
        ("closed", [unread([Step::Close]), unread([Step::Close])]),
        ("reset", [unread([Step::Reset]), unread([Step::Reset])]),
        (
            "not TLS",
            std::array::from_fn(|_| unread([Step::Write(plain.clone()), Step::Close])),
        ),
    ];
    for (fault, exchanges) in faults {
        for (transport, make) in CLIENTS {
            if *transport == "reqwest" {
                continue;
            }
            let server = TestServer::start(exchanges.clone(), Vec::new());
            let options = CallOptions { retries: 1, ..CallOptions::default() };
            let (url, started) =
                (format!("https://{}", server.address()), Instant::now());
            let error = make(&url, &options).call(&options).unwrap_err();
            let found = (error.is_connection(), error.meta().attempts());
            assert_eq!(found, (true, 2), "{fault} ({transport}): {error:?}");
            assert!(started.elapsed() < LONG, "{fault} ({transport})");
            assert_eq!(server.connections(), 2, "{fault} ({transport})");
        }
    }
}

/// An attacker on the network can cut a connection, but must not make half a response
/// look complete. Without a length, only the TLS `close_notify` marks the end of a body.
/// ureq does not wait for it, so that the truncated body cannot be decoded.
#[test]
fn truncated_response_is_not_taken_for_a_complete_one() {
    let authority = Authority::new("known");
    let unframed = format!("HTTP/1.1 200 X\r\nRequest-Id: req_1\r\n\r\n{WIDGET}");
    for (transport, make) in TLS_CLIENTS {
        let waits = *transport == "hyper";
        let cut =
            if waits { unframed.as_str() } else { &unframed[..unframed.len() - 1] };
        let server = authority.issue("127.0.0.1").serve(cut.into());
        let options = CallOptions { retries: 1, ..CallOptions::default() };
        let error = make(&server.url(), &authority.der()).call(&options).unwrap_err();
        assert_eq!(
            (error.is_connection(), error.is_decode()),
            (waits, !waits),
            "{error:?}"
        );
        assert_eq!(error.meta().status(), Some(200), "{transport}: {error:?}");
        let attempts = if waits { 2 } else { 1 };
        let found = (error.meta().attempts() as usize, server.connections());
        assert_eq!(found, (attempts, attempts), "{transport}");
    }
}
