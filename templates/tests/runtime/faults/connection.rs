//! Connections that are refused, that break, or that carry something other than HTTP.

use std::error::Error as _;
use std::time::{Duration, Instant};

use crate::support::clients::{CLIENTS, CallOptions, LONG, each};
use crate::support::{WIDGET, in_parallel};
use test_support::server::{
    Exchange, Step, TestServer, exchange, full_response, head, unread,
};

fn end(bytes: impl Into<Vec<u8>>, end: Step) -> Vec<Exchange> {
    vec![exchange([Step::Write(bytes.into()), end])]
}

fn chunked(body: &str) -> String {
    format!(
        "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\nTransfer-Encoding: chunked\r\n\r\n{body}"
    )
}

/// Faults before the head of a response is complete.
fn before_the_head() -> Vec<(&'static str, Vec<Exchange>)> {
    let half_line = "HTTP/1.1 20";
    let half_head = "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\nContent-Le";
    let nul = "HTTP/1.1 200 X\r\nA: b\0c\r\nContent-Length: 2\r\n\r\n{}";
    let endless = format!("HTTP/1.1 200 X\r\n{}", "A: b\r\n".repeat(200_000));
    vec![
        ("closed before the request", vec![unread([Step::Close])]),
        ("reset before the request", vec![unread([Step::Reset])]),
        ("closed without a response", end("", Step::Close)),
        ("reset without a response", end("", Step::Reset)),
        ("closed in the status line", end(half_line, Step::Close)),
        ("reset in the status line", end(half_line, Step::Reset)),
        ("closed in the headers", end(half_head, Step::Close)),
        ("reset in the headers", end(half_head, Step::Reset)),
        ("another protocol", end("SSH-2.0-OpenSSH_9.9\r\n", Step::Close)),
        ("a status of one digit", end("HTTP/1.1 2 X\r\n\r\n", Step::Close)),
        ("a status that is not a number", end("HTTP/1.1 abc X\r\n\r\n", Step::Close)),
        ("a header with a NUL byte", end(nul, Step::Close)),
        ("headers without an end", end(endless, Step::Hang)),
    ]
}

/// Faults after the head of a response.
fn after_the_head() -> Vec<(&'static str, Vec<Exchange>)> {
    let announced = head(200, "", WIDGET.len());
    let half = [announced.as_slice(), &WIDGET.as_bytes()[..20]].concat();
    let chunk = format!("{:x}\r\n{WIDGET}\r\n", WIDGET.len());
    vec![
        ("closed before the body", end(announced, Step::Close)),
        ("closed in the body", end(half, Step::Close)),
        ("closed in a chunk", end(chunked(&chunk[..20]), Step::Close)),
        ("closed before the last chunk", end(chunked(&chunk), Step::Close)),
        ("a chunk without a size", end(chunked("zz\r\n{}\r\n0\r\n\r\n"), Step::Close)),
        ("a chunk size out of range", end(chunked(&"f".repeat(40)), Step::Close)),
    ]
}

/// The client may or may not have read the head when the reset arrives.
fn reset_in_the_body() -> Vec<(&'static str, Vec<Exchange>)> {
    let announced = head(200, "", WIDGET.len());
    let half = [announced.as_slice(), &WIDGET.as_bytes()[..20]].concat();
    vec![
        ("reset before the body", end(announced, Step::Reset)),
        ("reset in the body", end(half, Step::Reset)),
    ]
}

#[test]
fn broken_connection_error_keeps_received_metadata() {
    let options = CallOptions::default();
    each(&before_the_head(), &options, |observed| {
        observed.assert_connection_error(1);
        let error = observed.error();
        assert!(!error.is_timeout() && error.source().is_some(), "{}", observed.name);
        assert_eq!(error.meta().status(), None, "{}", observed.name);
    });
    each(&after_the_head(), &options, |observed| {
        observed.assert_connection_error(1);
        let error = observed.error();
        assert!(!error.is_timeout() && error.source().is_some(), "{}", observed.name);
        let meta = error.meta();
        let found = (meta.status(), meta.request_id());
        assert_eq!(found, (Some(200), Some("req_1")), "{}", observed.name);
        assert!(meta.raw_body().is_empty(), "{}", observed.name);
    });
    each(&reset_in_the_body(), &options, |observed| {
        observed.assert_connection_error(1);
        assert!(!observed.error().is_timeout(), "{}", observed.name);
    });
}

#[test]
fn broken_connection_is_retried_with_the_same_key() {
    let rows = [before_the_head(), after_the_head(), reset_in_the_body()].concat();
    each(&rows, &CallOptions { retries: 2, ..CallOptions::default() }, |observed| {
        let widget = observed.widget();
        assert_eq!((widget.id.as_str(), widget.meta().attempts()), ("w_1", 2));
    });
}

#[test]
fn persistent_failure_ends_after_the_last_attempt() {
    let rows = [before_the_head(), after_the_head(), reset_in_the_body()].concat();
    let twice = |(name, exchanges): (_, Vec<Exchange>)| {
        (name, [exchanges.clone(), exchanges].concat())
    };
    let rows: Vec<_> = rows.into_iter().map(twice).collect();
    each(&rows, &CallOptions { retries: 1, ..CallOptions::default() }, |observed| {
        observed.assert_connection_error(2);
    });
}

/// Port 1 is privileged, so that no test listens on it.
#[test]
fn refused_connections() {
    for (transport, make) in CLIENTS {
        let options = CallOptions { retries: 1, ..CallOptions::default() };
        let started = Instant::now();
        let error = make("http://127.0.0.1:1", &options).call(&options).unwrap_err();
        assert!(error.is_connection() && !error.is_timeout(), "{transport} {error:?}");
        assert!(!error.is_outcome_unknown(), "{transport}: nothing was sent");
        assert!(error.to_string().contains("could not connect"), "{transport} {error}");
        assert_eq!(error.meta().attempts(), 2, "{transport}");
        assert!(error.meta().idempotency_key().is_some(), "{transport}");
        assert!(started.elapsed() < LONG, "{transport}");
    }
}

/// A host without a name, and addresses to which no machine connects: broadcast, and
/// link-local without a network interface.
#[test]
fn unreachable_hosts() {
    let urls = ["http://stripe.invalid", "http://255.255.255.255", "http://[fe80::1]"];
    let rows = urls.iter().flat_map(|url| CLIENTS.iter().map(move |row| (url, row)));
    in_parallel(rows, |(url, (transport, make))| {
        let options = CallOptions {
            timeout: Duration::from_millis(700),
            ..CallOptions::default()
        };
        let error = make(url, &options).call(&options).unwrap_err();
        assert!(error.is_connection(), "{transport} {url}: {error:?}");
        assert!(!error.is_outcome_unknown(), "{transport} {url}: {error:?}");
    });
}

/// The server has closed the idle connection. The call must succeed on a new one.
#[test]
fn closed_idle_connection_costs_no_attempt() {
    for dead in [Step::Close, Step::Reset] {
        for (transport, make) in CLIENTS {
            let last =
                exchange([Step::Write(full_response(200, "", WIDGET)), dead.clone()]);
            let server =
                TestServer::start([last.clone(), last], full_response(200, "", WIDGET));
            let options = CallOptions::default();
            let client = make(&server.url(), &options);
            for _ in 0..3 {
                client.call(&options).expect(transport);
                std::thread::sleep(Duration::from_millis(200));
            }
            assert_eq!((server.seen().len(), server.connections()), (3, 3));
        }
    }
}

/// The server closes the connection just as it is used again. The request may have
/// arrived, so that only the client may repeat it, under the same key.
#[test]
fn connection_closed_during_the_next_request() {
    for (transport, make) in CLIENTS {
        for retries in [0, 1] {
            let exchanges = [
                exchange([Step::Write(full_response(200, "", WIDGET))]),
                exchange([Step::Close]),
            ];
            let server = TestServer::start(exchanges, full_response(200, "", WIDGET));
            let options = CallOptions { retries, ..CallOptions::default() };
            let client = make(&server.url(), &options);
            client.call(&options).expect(transport);
            let result = client.call(&options);
            let seen = server.seen();
            assert_eq!(seen.len(), 2 + retries as usize, "{transport}");
            assert_eq!(result.is_ok(), retries == 1, "{transport}");
            assert_eq!(seen[1].key(), seen[seen.len() - 1].key(), "{transport}");
            assert_ne!(seen[0].key(), seen[1].key(), "{transport}");
        }
    }
}

/// Unsolicited data from a server or a proxy must not be taken for the response to the
/// next call. It may arrive together with a response, shortly afterwards, or while the
/// connection is idle.
#[test]
fn unsolicited_data_is_not_a_response() {
    let response = || full_response(200, "", WIDGET);
    let stray = || full_response(200, "", WIDGET.replace("w_1", "w_stray"));
    let timeout = full_response(408, "Connection: close\r\n", "");
    let pause = || Step::Pause(Duration::from_millis(150));
    let rows = [
        ("together", vec![Step::Write([response(), stray()].concat())]),
        ("afterwards", vec![Step::Write(response()), Step::Write(stray())]),
        ("later", vec![Step::Write(response()), pause(), Step::Write(stray())]),
        (
            "half",
            vec![Step::Write(response()), pause(), Step::Write(stray()[..40].into())],
        ),
        (
            "too late",
            vec![Step::Write(response()), pause(), Step::Write(timeout), Step::Close],
        ),
        ("junk", vec![Step::Write([response(), b"junk".to_vec()].concat())]),
    ];
    let rows =
        rows.iter().flat_map(|row| CLIENTS.iter().map(move |client| (row, client)));
    in_parallel(rows, |((fault, steps), (transport, make))| {
        let name = format!("{fault} ({transport})");
        let server = TestServer::start(
            [exchange(steps.clone()), exchange(steps.clone())],
            response(),
        );
        let options = CallOptions::default();
        let client = make(&server.url(), &options);
        for _ in 0..3 {
            assert_eq!(client.call(&options).expect(&name).id, "w_1", "{name}");
            std::thread::sleep(Duration::from_millis(300));
        }
        assert_eq!((server.seen().len(), server.connections()), (3, 3), "{name}");
    });
}
