//! Connections that are refused, that break, and that carry what is no HTTP.

use std::error::Error as _;
use std::time::{Duration, Instant};

use crate::support::clients::{Ask, CLIENTS, LONG, each};
use crate::support::faulty::{Exchange, Server, Step, head, play, unread, whole};
use crate::support::{WIDGET, at_once};

fn end(bytes: impl Into<Vec<u8>>, end: Step) -> Vec<Exchange> {
    vec![play([Step::Write(bytes.into()), end])]
}

fn chunked(body: &str) -> String {
    format!(
        "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\nTransfer-Encoding: chunked\r\n\r\n{body}"
    )
}

/// Faults before the head of an answer is whole.
fn headless() -> Vec<(&'static str, Vec<Exchange>)> {
    let half_line = "HTTP/1.1 20";
    let half_head = "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\nContent-Le";
    let nul = "HTTP/1.1 200 X\r\nA: b\0c\r\nContent-Length: 2\r\n\r\n{}";
    let endless = format!("HTTP/1.1 200 X\r\n{}", "A: b\r\n".repeat(200_000));
    vec![
        ("closed before the request", vec![unread([Step::Close])]),
        ("reset before the request", vec![unread([Step::Reset])]),
        ("closed without an answer", end("", Step::Close)),
        ("reset without an answer", end("", Step::Reset)),
        ("closed in the status line", end(half_line, Step::Close)),
        ("reset in the status line", end(half_line, Step::Reset)),
        ("closed in the headers", end(half_head, Step::Close)),
        ("reset in the headers", end(half_head, Step::Reset)),
        ("another protocol", end("SSH-2.0-OpenSSH_9.9\r\n", Step::Close)),
        ("a status of one digit", end("HTTP/1.1 2 X\r\n\r\n", Step::Close)),
        ("a status that is no number", end("HTTP/1.1 abc X\r\n\r\n", Step::Close)),
        ("a header that is no text", end(nul, Step::Close)),
        ("headers without an end", end(endless, Step::Hang)),
    ]
}

/// Faults after the head of an answer.
fn headed() -> Vec<(&'static str, Vec<Exchange>)> {
    let announced = head(200, "", WIDGET.len());
    let half = [announced.as_slice(), &WIDGET.as_bytes()[..20]].concat();
    let chunk = format!("{:x}\r\n{WIDGET}\r\n", WIDGET.len());
    vec![
        ("closed before the body", end(announced, Step::Close)),
        ("closed in the body", end(half, Step::Close)),
        ("closed in a chunk", end(chunked(&chunk[..20]), Step::Close)),
        ("closed before the last chunk", end(chunked(&chunk), Step::Close)),
        ("a chunk without a size", end(chunked("zz\r\n{}\r\n0\r\n\r\n"), Step::Close)),
        ("a chunk beyond all numbers", end(chunked(&"f".repeat(40)), Step::Close)),
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
fn a_broken_connection_is_an_error_that_says_what_arrived() {
    let ask = Ask::default();
    each(&headless(), &ask, |told| {
        told.is_lost(1);
        let error = told.error();
        assert!(!error.is_timeout() && error.source().is_some(), "{}", told.name);
        assert_eq!(error.meta().status(), None, "{}", told.name);
    });
    each(&headed(), &ask, |told| {
        told.is_lost(1);
        let error = told.error();
        assert!(!error.is_timeout() && error.source().is_some(), "{}", told.name);
        let meta = error.meta();
        let found = (meta.status(), meta.request_id());
        assert_eq!(found, (Some(200), Some("req_1")), "{}", told.name);
        assert!(meta.raw_body().is_empty(), "{}", told.name);
    });
    each(&reset_in_the_body(), &ask, |told| {
        told.is_lost(1);
        assert!(!told.error().is_timeout(), "{}", told.name);
    });
}

#[test]
fn a_broken_connection_is_replaced_under_the_same_key() {
    let rows = [headless(), headed(), reset_in_the_body()].concat();
    each(&rows, &Ask { retries: 2, ..Ask::default() }, |told| {
        let widget = told.widget();
        assert_eq!((widget.id.as_str(), widget.meta().attempts()), ("w_1", 2));
    });
}

#[test]
fn what_stays_broken_ends_after_the_last_attempt() {
    let rows = [headless(), headed(), reset_in_the_body()].concat();
    let twice =
        |(name, plays): (_, Vec<Exchange>)| (name, [plays.clone(), plays].concat());
    let rows: Vec<_> = rows.into_iter().map(twice).collect();
    each(&rows, &Ask { retries: 1, ..Ask::default() }, |told| told.is_lost(2));
}

/// Port 1 is privileged, so nothing of a test listens there.
#[test]
fn connections_that_are_refused() {
    for (transport, make) in CLIENTS {
        let ask = Ask { retries: 1, ..Ask::default() };
        let started = Instant::now();
        let error = make("http://127.0.0.1:1", &ask).ask(&ask).unwrap_err();
        assert!(error.is_connection() && !error.is_timeout(), "{transport} {error:?}");
        assert!(!error.is_outcome_unknown(), "{transport}: nothing was sent");
        assert!(error.to_string().contains("no connection"), "{transport} {error}");
        assert_eq!(error.meta().attempts(), 2, "{transport}");
        assert!(error.meta().idempotency_key().is_some(), "{transport}");
        assert!(started.elapsed() < LONG, "{transport}");
    }
}

/// The server has closed the idle connection: nobody should notice.
#[test]
fn a_dead_connection_in_the_pool_costs_no_attempt() {
    for dead in [Step::Close, Step::Reset] {
        for (transport, make) in CLIENTS {
            let last = play([Step::Write(whole(200, "", WIDGET)), dead.clone()]);
            let server = Server::start([last.clone(), last], whole(200, "", WIDGET));
            let ask = Ask::default();
            let asker = make(&server.url(), &ask);
            for _ in 0..3 {
                asker.ask(&ask).expect(transport);
                std::thread::sleep(Duration::from_millis(200));
            }
            assert_eq!((server.seen().len(), server.connections().0), (3, 3));
        }
    }
}

/// The server closes the connection just when it is used again: the request may have arrived, so
/// only the client, with the key, may repeat it.
#[test]
fn a_connection_that_dies_under_the_next_request() {
    for (transport, make) in CLIENTS {
        for retries in [0, 1] {
            let plays =
                [play([Step::Write(whole(200, "", WIDGET))]), play([Step::Close])];
            let server = Server::start(plays, whole(200, "", WIDGET));
            let ask = Ask { retries, ..Ask::default() };
            let asker = make(&server.url(), &ask);
            asker.ask(&ask).expect(transport);
            let answer = asker.ask(&ask);
            let seen = server.seen();
            assert_eq!(seen.len(), 2 + retries as usize, "{transport}");
            assert_eq!(answer.is_ok(), retries == 1, "{transport}");
            assert_eq!(seen[1].key, seen[seen.len() - 1].key, "{transport}");
            assert_ne!(seen[0].key, seen[1].key, "{transport}");
        }
    }
}

/// What a server or a proxy says without being asked must not answer the next call. It may come
/// together with an answer, shortly after it, or when the connection has been idle for a while.
#[test]
fn what_nobody_asked_for_answers_no_call() {
    let answer = || whole(200, "", WIDGET);
    let stray = || whole(200, "", WIDGET.replace("w_1", "w_stray"));
    let timeout = whole(408, "Connection: close\r\n", "");
    let pause = || Step::Pause(Duration::from_millis(150));
    let rows = [
        ("together", vec![Step::Write([answer(), stray()].concat())]),
        ("after it", vec![Step::Write(answer()), Step::Write(stray())]),
        ("later", vec![Step::Write(answer()), pause(), Step::Write(stray())]),
        (
            "half",
            vec![Step::Write(answer()), pause(), Step::Write(stray()[..40].into())],
        ),
        (
            "too late",
            vec![Step::Write(answer()), pause(), Step::Write(timeout), Step::Close],
        ),
        ("junk", vec![Step::Write([answer(), b"junk".to_vec()].concat())]),
    ];
    let rows = rows.iter().flat_map(|row| CLIENTS.iter().map(move |asker| (row, asker)));
    at_once(rows, |((fault, steps), (transport, make))| {
        let name = format!("{fault} ({transport})");
        let server = Server::start([play(steps.clone()), play(steps.clone())], answer());
        let ask = Ask::default();
        let asker = make(&server.url(), &ask);
        for _ in 0..3 {
            assert_eq!(asker.ask(&ask).expect(&name).id, "w_1", "{name}");
            std::thread::sleep(Duration::from_millis(300));
        }
        assert_eq!((server.seen().len(), server.connections().0), (3, 3), "{name}");
    });
}
