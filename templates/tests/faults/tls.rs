//! Encryption that fails: what a further attempt could heal is repeated, a certificate is not.

use std::error::Error as _;
use std::sync::atomic::Ordering;
use std::time::Instant;

use crate::support::WIDGET;
use crate::support::authority::Authority;
use crate::support::clients::{Ask, CLIENTS, LONG, TRUSTERS};
use crate::support::faulty::{Server, Step, unread, whole};

#[test]
fn a_wrong_certificate_is_final_and_gets_no_request() {
    let (known, unknown) = (Authority::new("known"), Authority::new("unknown"));
    let identities = [
        ("an unknown authority", unknown.vouch("127.0.0.1")),
        ("another host", known.vouch("api.example")),
        ("another address", known.vouch("127.0.0.2")),
        ("expired", known.vouch_between("127.0.0.1", 2000, 2001)),
        ("not valid yet", known.vouch_between("127.0.0.1", 2999, 3000)),
    ];
    for (fault, identity) in identities {
        let (url, count) = identity.serve(whole(200, "", WIDGET));
        for (number, (transport, make)) in TRUSTERS.iter().enumerate() {
            let ask = Ask { retries: 3, ..Ask::default() };
            let error = make(&url, &known.der()).ask(&ask).unwrap_err();
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
            assert_eq!(count.load(Ordering::SeqCst), number + 1, "{name}");
        }
    }
}

/// Nothing says that these do not pass: no alert, no certificate.
#[test]
fn a_handshake_that_breaks_is_repeated() {
    let plain = whole(400, "", "<html>plain HTTP on a port of TLS</html>");
    let faults = [
        ("closed", [unread([Step::Close]), unread([Step::Close])]),
        ("reset", [unread([Step::Reset]), unread([Step::Reset])]),
        (
            "not TLS",
            std::array::from_fn(|_| unread([Step::Write(plain.clone()), Step::Close])),
        ),
    ];
    for (fault, plays) in faults {
        for (transport, make) in CLIENTS {
            if *transport == "reqwest" {
                continue;
            }
            let server = Server::start(plays.clone(), Vec::new());
            let ask = Ask { retries: 1, ..Ask::default() };
            let (url, started) = (format!("https://{}", server.address), Instant::now());
            let error = make(&url, &ask).ask(&ask).unwrap_err();
            let found = (error.is_connection(), error.meta().attempts());
            assert_eq!(found, (true, 2), "{fault} ({transport}): {error:?}");
            assert!(started.elapsed() < LONG, "{fault} ({transport})");
            assert_eq!(server.connections().0, 2, "{fault} ({transport})");
        }
    }
}

/// Whoever sits on the line can cut it, but not make half an answer look whole. Without a length
/// only the goodbye of TLS tells the end; ureq does not wait for it, so that half an answer is one
/// that cannot be read.
#[test]
fn an_answer_that_was_cut_off_is_not_taken_for_a_whole_one() {
    let authority = Authority::new("known");
    let unframed = format!("HTTP/1.1 200 X\r\nRequest-Id: req_1\r\n\r\n{WIDGET}");
    for (transport, make) in TRUSTERS {
        let waits = *transport == "hyper";
        let cut =
            if waits { unframed.as_str() } else { &unframed[..unframed.len() - 1] };
        let (url, count) = authority.vouch("127.0.0.1").serve(cut.into());
        let ask = Ask { retries: 1, ..Ask::default() };
        let error = make(&url, &authority.der()).ask(&ask).unwrap_err();
        assert_eq!(
            (error.is_connection(), error.is_decode()),
            (waits, !waits),
            "{error:?}"
        );
        assert_eq!(error.meta().status(), Some(200), "{transport}: {error:?}");
        let attempts = if waits { 2 } else { 1 };
        let found = (error.meta().attempts() as usize, count.load(Ordering::SeqCst));
        assert_eq!(found, (attempts, attempts), "{transport}");
    }
}
