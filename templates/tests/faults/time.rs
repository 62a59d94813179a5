//! Servers that are silent or slow: no call outlasts its limits.

use std::time::{Duration, Instant};

use crate::support::WIDGET;
use crate::support::clients::{Ask, CLIENTS, LONG, each};
use crate::support::faulty::{Exchange, Server, Step, head, play, unread, whole};

/// Much less than any of the slow answers takes, much more than a quick one.
const SHORT: Duration = Duration::from_millis(700);
/// What a slow call may take at most on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(10);

fn stall(beginning: impl Into<Vec<u8>>) -> Vec<Exchange> {
    vec![play([Step::Write(beginning.into()), Step::Hang])]
}

fn silent() -> Vec<(&'static str, Vec<Exchange>)> {
    let answer = whole(200, "", WIDGET);
    vec![
        ("silent from the start", vec![unread([Step::Hang])]),
        ("silent after the request", stall("")),
        ("silent in the status line", stall("HTTP/1.1")),
        ("silent in the headers", stall(&answer[..30])),
    ]
}

fn silent_in_the_body() -> Vec<(&'static str, Vec<Exchange>)> {
    let answer = whole(200, "", WIDGET);
    let endless = "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\n\r\n{";
    vec![
        ("silent before the body", stall(head(200, "", 9))),
        ("silent in the body", stall(&answer[..answer.len() - 1])),
        ("silent in a body of unknown length", stall(endless)),
    ]
}

/// A byte now and then keeps every single read alive, but the answers would take 15 seconds.
fn trickling() -> Vec<(&'static str, Vec<Exchange>)> {
    let answer = whole(200, &format!("A: {}\r\n", "b".repeat(150)), "x".repeat(200));
    let (early, late) = answer.split_at(answer.len() - 200);
    let drop_by_drop = |bytes: &[u8]| Step::Trickle(bytes.into(), SHORT / 7);
    vec![
        ("trickling headers", vec![play([drop_by_drop(&answer)])]),
        (
            "a trickling body",
            vec![play([Step::Write(early.into()), drop_by_drop(late)])],
        ),
    ]
}

#[test]
fn a_limit_holds_for_the_whole_attempt() {
    let rows = [silent(), silent_in_the_body(), trickling()].concat();
    each(&rows, &Ask { timeout: SHORT, ..Ask::default() }, |told| {
        told.is_lost(1);
        let error = told.error();
        assert!(error.is_timeout(), "{}: {error:?}", told.name);
        assert!(told.took >= SHORT && told.took < PATIENCE, "{}", told.name);
    });
    each(&silent_in_the_body(), &Ask { timeout: SHORT, ..Ask::default() }, |told| {
        let meta = told.error().meta();
        assert_eq!((meta.status(), meta.request_id()), (Some(200), Some("req_1")));
    });
}

#[test]
fn silence_is_followed_by_another_attempt() {
    let rows = [silent(), silent_in_the_body(), trickling()].concat();
    each(&rows, &Ask { timeout: SHORT, retries: 1, ..Ask::default() }, |told| {
        assert_eq!(told.widget().meta().attempts(), 2, "{}", told.name);
    });
}

#[test]
fn slow_is_not_late() {
    let step = Step::Trickle(whole(200, "", WIDGET), Duration::from_millis(3));
    each(&[("slow", vec![play([step])])], &Ask::default(), |told| {
        assert_eq!(told.widget().id, "w_1", "{}", told.name);
    });
}

#[test]
fn a_deadline_holds_for_all_attempts() {
    let ask = Ask { deadline: Some(SHORT * 2), retries: 50, ..Ask::default() };
    let rows = [silent(), silent_in_the_body(), trickling()].concat();
    each(&rows, &ask, |told| {
        told.is_lost(1);
        assert!(told.error().is_timeout(), "{}", told.name);
        assert!(told.took < PATIENCE, "{} took {:?}", told.name, told.took);
    });
    // Several attempts, and no waiting for one that cannot be made.
    let busy = play([Step::Write(whole(503, "", ""))]);
    let asks_for_more = play([Step::Write(whole(503, "Retry-After: 60\r\n", ""))]);
    let rows =
        [("busy", vec![busy; 50]), ("busy for a minute", vec![asks_for_more; 50])];
    each(&rows, &ask, |told| {
        let meta = told.error().meta();
        assert_eq!(meta.status(), Some(503), "{}", told.name);
        assert!(meta.attempts() < 10, "{}: {}", told.name, meta.attempts());
        assert!(told.took < PATIENCE, "{} took {:?}", told.name, told.took);
    });
}

#[test]
fn nothing_is_sent_after_the_deadline() {
    let deadline = Some(Duration::from_nanos(1));
    let ask = Ask { deadline, retries: 3, ..Ask::default() };
    let rows = [("too late", vec![play([Step::Write(whole(200, "", WIDGET))])])];
    each(&rows, &ask, |told| {
        told.is_lost(0);
        assert!(told.error().is_timeout() && told.seen.is_empty(), "{}", told.name);
    });
}

/// A server that accepts and never answers the first bytes of TLS. The limit on connecting
/// covers the encryption.
#[test]
fn a_connection_that_does_not_come_to_stand() {
    for (transport, make) in CLIENTS {
        if *transport == "reqwest" {
            continue; // Its limit on connecting is the caller's to set.
        }
        let server = Server::start([unread([Step::Pause(LONG)])], Vec::new());
        let ask = Ask { connect_timeout: SHORT, timeout: LONG, ..Ask::default() };
        let started = Instant::now();
        let url = format!("https://{}", server.address);
        let error = make(&url, &ask).ask(&ask).unwrap_err();
        assert!(error.is_timeout(), "{transport}: {error:?}");
        assert!(!error.is_outcome_unknown(), "{transport}: nothing was sent");
        assert!(started.elapsed() < PATIENCE, "{transport} {:?}", started.elapsed());
    }
}

#[test]
fn for_ever_is_a_limit_too() {
    for (transport, make) in CLIENTS {
        let server = Server::start([], whole(200, "", WIDGET));
        let max = Duration::MAX;
        let ask = Ask {
            timeout: max,
            connect_timeout: max,
            deadline: Some(max),
            ..Ask::default()
        };
        make(&server.url(), &ask).ask(&ask).expect(transport);
    }
}

/// A listener whose queue is full leaves connections unanswered.
#[cfg(target_os = "linux")]
#[test]
fn a_server_that_does_not_take_connections() {
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
        let ask = Ask { connect_timeout: SHORT, timeout: SHORT, ..Ask::default() };
        let started = Instant::now();
        let url = format!("http://{address}");
        let error = make(&url, &ask).ask(&ask).unwrap_err();
        assert!(error.is_timeout(), "{transport}: {error:?}");
        assert!(started.elapsed() < PATIENCE, "{transport}");
    }
}
