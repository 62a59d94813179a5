//! Silent and slow servers: no call exceeds its time limits.

use std::time::{Duration, Instant};

use crate::support::clients::{CLIENTS, CallOptions, LONG, each};
use crate::support::{WIDGET, in_parallel};
use test_support::server::{
    Exchange, Step, TestServer, exchange, full_response, head, unread,
};

/// Much shorter than any of the slow responses, much longer than a fast one.
const SHORT: Duration = Duration::from_millis(700);
/// The maximum duration of a call that times out, on a busy machine.
const MAX_DURATION: Duration = Duration::from_secs(10);

fn stall(beginning: impl Into<Vec<u8>>) -> Vec<Exchange> {
    vec![exchange([Step::Write(beginning.into()), Step::Hang])]
}

fn silent() -> Vec<(&'static str, Vec<Exchange>)> {
    let response = full_response(200, "", WIDGET);
    vec![
        ("silent from the start", vec![unread([Step::Hang])]),
        ("silent after the request", stall("")),
        ("silent in the status line", stall("HTTP/1.1")),
        ("silent in the headers", stall(&response[..30])),
    ]
}

fn silent_in_the_body() -> Vec<(&'static str, Vec<Exchange>)> {
    let response = full_response(200, "", WIDGET);
    let endless = "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\n\r\n{";
    vec![
        ("silent before the body", stall(head(200, "", 9))),
        ("silent in the body", stall(&response[..response.len() - 1])),
        ("silent in a body of unknown length", stall(endless)),
    ]
}

/// Each read succeeds in time, but the complete response would take 15 seconds.
fn trickling() -> Vec<(&'static str, Vec<Exchange>)> {
    let response =
        full_response(200, &format!("A: {}\r\n", "b".repeat(150)), "x".repeat(200));
    let (early, late) = response.split_at(response.len() - 200);
    let drop_by_drop = |bytes: &[u8]| Step::Trickle(bytes.into(), SHORT / 7);
    vec![
        ("trickling headers", vec![exchange([drop_by_drop(&response)])]),
        (
            "a trickling body",
            vec![exchange([Step::Write(early.into()), drop_by_drop(late)])],
        ),
    ]
}

#[test]
fn timeout_covers_the_whole_attempt() {
    let rows = [silent(), silent_in_the_body(), trickling()].concat();
    each(&rows, &CallOptions { timeout: SHORT, ..CallOptions::default() }, |observed| {
        observed.assert_connection_error(1);
        let error = observed.error();
        assert!(error.is_timeout(), "{}: {error:?}", observed.name);
        assert!(error.is_outcome_unknown(), "{}: it was sent", observed.name);
        assert!(
            observed.took >= SHORT && observed.took < MAX_DURATION,
            "{}",
            observed.name
        );
    });
    each(
        &silent_in_the_body(),
        &CallOptions { timeout: SHORT, ..CallOptions::default() },
        |observed| {
            let meta = observed.error().meta();
            assert_eq!((meta.status(), meta.request_id()), (Some(200), Some("req_1")));
        },
    );
}

#[test]
fn timed_out_attempts_are_retried() {
    let rows = [silent(), silent_in_the_body(), trickling()].concat();
    each(
        &rows,
        &CallOptions { timeout: SHORT, retries: 1, ..CallOptions::default() },
        |observed| {
            assert_eq!(observed.widget().meta().attempts(), 2, "{}", observed.name);
        },
    );
}

#[test]
fn slow_response_within_the_timeout_succeeds() {
    let step = Step::Trickle(full_response(200, "", WIDGET), Duration::from_millis(3));
    each(&[("slow", vec![exchange([step])])], &CallOptions::default(), |observed| {
        assert_eq!(observed.widget().id, "w_1", "{}", observed.name);
    });
}

#[test]
fn deadline_covers_all_attempts() {
    let options =
        CallOptions { deadline: Some(SHORT * 2), retries: 50, ..CallOptions::default() };
    let rows = [silent(), silent_in_the_body(), trickling()].concat();
    each(&rows, &options, |observed| {
        observed.assert_connection_error(1);
        assert!(observed.error().is_timeout(), "{}", observed.name);
        assert!(
            observed.took < MAX_DURATION,
            "{} took {:?}",
            observed.name,
            observed.took
        );
    });
    // Several attempts, but no delay that ends after the deadline.
    let busy = exchange([Step::Write(full_response(503, "", ""))]);
    let asks_for_more =
        exchange([Step::Write(full_response(503, "Retry-After: 60\r\n", ""))]);
    let rows =
        [("busy", vec![busy; 50]), ("busy for a minute", vec![asks_for_more; 50])];
    each(&rows, &options, |observed| {
        let meta = observed.error().meta();
        assert_eq!(meta.status(), Some(503), "{}", observed.name);
        assert!(meta.attempts() < 10, "{}: {}", observed.name, meta.attempts());
        assert!(
            observed.took < MAX_DURATION,
            "{} took {:?}",
            observed.name,
            observed.took
        );
    });
}

#[test]
fn nothing_is_sent_after_the_deadline() {
    let deadline = Some(Duration::from_nanos(1));
    let options = CallOptions { deadline, retries: 3, ..CallOptions::default() };
    let rows =
        [("too late", vec![exchange([Step::Write(full_response(200, "", WIDGET))])])];
    each(&rows, &options, |observed| {
        observed.assert_connection_error(0);
        assert!(
            observed.error().is_timeout() && observed.seen.is_empty(),
            "{}",
            observed.name
        );
    });
}

/// The timeout of the attempt expires during the TLS handshake.
#[test]
fn attempt_that_times_out_while_connecting_was_not_sent() {
    // reqwest is built without TLS here.
    let clients = CLIENTS.iter().filter(|(transport, _)| *transport != "reqwest");
    in_parallel(clients, |(transport, make)| {
        let server = TestServer::start([unread([Step::Pause(LONG)])], Vec::new());
        let options = CallOptions { timeout: SHORT, ..CallOptions::default() };
        let url = format!("https://{}", server.address());
        let error = make(&url, &options).call(&options).unwrap_err();
        assert!(error.is_timeout(), "{transport}: {error:?}");
        assert!(!error.is_outcome_unknown(), "{transport}: nothing was sent");
    });
}

/// The server accepts connections but never completes the TLS handshake, which is part
/// of the connect timeout.
#[test]
fn connect_timeout_covers_the_tls_handshake() {
    for (transport, make) in CLIENTS {
        if *transport == "reqwest" {
            continue; // Its connect timeout is set by the caller.
        }
        let server = TestServer::start([unread([Step::Pause(LONG)])], Vec::new());
        let options = CallOptions {
            connect_timeout: SHORT,
            timeout: LONG,
            ..CallOptions::default()
        };
        let started = Instant::now();
        let url = format!("https://{}", server.address());
        let error = make(&url, &options).call(&options).unwrap_err();
        assert!(error.is_timeout(), "{transport}: {error:?}");
        assert!(!error.is_outcome_unknown(), "{transport}: nothing was sent");
        assert!(started.elapsed() < MAX_DURATION, "{transport} {:?}", started.elapsed());
    }
}

#[test]
fn maximum_durations_are_accepted() {
    for (transport, make) in CLIENTS {
        let server = TestServer::start([], full_response(200, "", WIDGET));
        let max = Duration::MAX;
        let options = CallOptions {
            timeout: max,
            connect_timeout: max,
            deadline: Some(max),
            ..CallOptions::default()
        };
        make(&server.url(), &options).call(&options).expect(transport);
    }
}

/// Connections to a listener with a full queue are neither accepted nor refused.
#[cfg(target_os = "linux")]
#[test]
fn server_that_does_not_accept_connections() {
    use tokio::net::TcpSocket;

    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().unwrap();
    let _inside = runtime.enter();
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let connect = || {
        std::net::TcpStream::connect_timeout(&address, Duration::from_millis(300)).ok()
    };
    let _queue: Vec<_> = std::iter::from_fn(connect).take(10).collect();
    for (transport, make) in CLIENTS {
        let options = CallOptions {
            connect_timeout: SHORT,
            timeout: SHORT,
            ..CallOptions::default()
        };
        let started = Instant::now();
        let url = format!("http://{address}");
        let error = make(&url, &options).call(&options).unwrap_err();
        assert!(error.is_timeout(), "{transport}: {error:?}");
        assert!(!error.is_outcome_unknown(), "{transport}: nothing was sent");
        assert!(started.elapsed() < MAX_DURATION, "{transport}");
    }
}
