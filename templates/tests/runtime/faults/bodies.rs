//! Malformed and unusual bodies, and bytes that do not belong to any response.

use std::time::Duration;

use crate::support::WIDGET;
use crate::support::clients::{CLIENTS, CallOptions, each};
use stripe_runtime::ErrorKind;
use test_support::server::{
    Exchange, Step, TestServer, bytes, exchange, full_response, head,
};

fn response(status: u16, body: impl AsRef<[u8]>) -> Vec<Exchange> {
    vec![bytes(full_response(status, "", body))]
}

/// Bodies that cannot be decoded.
fn unreadable() -> Vec<(&'static str, Vec<u8>)> {
    let deep = "[".repeat(200_000);
    let nested = format!(r#"{{"extra":{deep}{}}}"#, "]".repeat(200_000));
    let objects = format!("{}1{}", r#"{"parent":"#.repeat(50_000), "}".repeat(50_000));
    vec![
        ("empty", Vec::new()),
        ("HTML", b"<html>".to_vec()),
        ("deep arrays", deep.into()),
        ("deep arrays inside", nested.into()),
        ("deep objects", objects.into()),
        ("not UTF-8", [b"{\"id\":\"w_\xff\xfe\",", &WIDGET.as_bytes()[1..]].concat()),
        ("UTF-16", WIDGET.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("only NUL", vec![0; 1000]),
        ("NUL in a string", WIDGET.replace("w_1", "w_\0").into()),
        ("NUL at the end", format!("{WIDGET}\0").into()),
        ("two objects", WIDGET.repeat(2).into()),
        ("half an object", WIDGET.as_bytes()[..WIDGET.len() / 2].to_vec()),
    ]
}

#[test]
fn undecodable_success_is_kept_and_not_retried() {
    let bodies = unreadable();
    let rows: Vec<_> =
        bodies.iter().map(|(name, body)| (*name, response(200, body))).collect();
    each(&rows, &CallOptions { retries: 3, ..CallOptions::default() }, |observed| {
        let (name, error) = (&observed.name, observed.error());
        let meta = error.meta();
        assert_eq!((error.kind(), meta.attempts()), (ErrorKind::Decode, 1), "{name}");
        assert_eq!((meta.status(), meta.request_id()), (Some(200), Some("req_1")));
        let body =
            bodies.iter().find(|(fault, _)| name.starts_with(&format!("{fault} (")));
        assert_eq!(meta.raw_body(), body.unwrap().1, "{name}");
    });
}

#[test]
fn undecodable_error_is_classified_by_status() {
    let bodies = unreadable();
    let rows: Vec<_> =
        bodies.iter().map(|(name, body)| (*name, response(402, body))).collect();
    each(&rows, &CallOptions { retries: 3, ..CallOptions::default() }, |observed| {
        let (name, error) = (&observed.name, observed.error());
        let meta = error.meta();
        assert_eq!((error.kind(), meta.attempts()), (ErrorKind::Card, 1), "{name}");
        assert!(error.api_error().is_none(), "{name}");
        assert_eq!((meta.status(), meta.request_id()), (Some(402), Some("req_1")));
    });
}

#[test]
fn responses_above_the_size_limit_are_rejected() {
    let large = "x".repeat(5000);
    let chunk = format!("1000\r\n{}\r\n", "x".repeat(4096)).repeat(1000);
    let chunked =
        "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\nTransfer-Encoding: chunked\r\n\r\n";
    let unframed = "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\n\r\n";
    // These bodies never end, so that a client that reads on would hang.
    let endless = |start: &str, piece: &str| {
        vec![exchange([Step::Write(format!("{start}{piece}").into()), Step::Hang])]
    };
    let rows = [
        ("announced and sent", response(200, &large)),
        (
            "announced only",
            vec![exchange([Step::Write(head(200, "", 5000)), Step::Hang])],
        ),
        (
            "announced beyond memory",
            vec![exchange([Step::Write(head(200, "", usize::MAX / 4)), Step::Hang])],
        ),
        ("in chunks", endless(chunked, &chunk)),
        ("without a length", endless(unframed, &large)),
    ];
    each(
        &rows,
        &CallOptions { retries: 3, limit: 4999, ..CallOptions::default() },
        |observed| {
            let (name, error) = (&observed.name, observed.error());
            let meta = error.meta();
            assert_eq!(error.kind(), ErrorKind::Decode, "{name}: {error:?}");
            assert_eq!((meta.attempts(), meta.status()), (1, Some(200)), "{name}");
            assert_eq!(meta.request_id(), Some("req_1"), "{name}");
            assert!(meta.raw_body().is_empty(), "{name}");
        },
    );
    let rows = [("just as large as the limit", response(402, &large))];
    each(&rows, &CallOptions { limit: 5000, ..CallOptions::default() }, |observed| {
        assert_eq!(observed.error().meta().raw_body().len(), 5000, "{}", observed.name);
    });
}

/// The limit of successful responses does not apply to them.
#[test]
fn unsuccessful_responses_have_at_most_a_mebibyte() {
    const LIMIT: usize = 1 << 20;
    let options = CallOptions { retries: 1, limit: 64 << 20, ..CallOptions::default() };
    let object = r#"{"error":{"type":"card_error","message":"No."}}"#;
    let body = |length| object.to_owned() + &" ".repeat(length - object.len());
    let rows = [("just as large as the limit", response(402, body(LIMIT)))];
    each(&rows, &options, |observed| {
        let (name, error) = (&observed.name, observed.error());
        assert_eq!((error.kind(), error.message()), (ErrorKind::Card, "No."), "{name}");
        assert_eq!(error.meta().raw_body().len(), LIMIT, "{name}");
    });
    let rows = [("too large", response(402, body(LIMIT + 1)))];
    each(&rows, &options, |observed| {
        let (name, error) = (&observed.name, observed.error());
        let meta = error.meta();
        assert_eq!((error.kind(), meta.attempts()), (ErrorKind::Card, 1), "{name}");
        assert_eq!((meta.status(), meta.request_id()), (Some(402), Some("req_1")));
        assert!(error.api_error().is_none() && meta.raw_body().is_empty(), "{name}");
        assert!(!error.is_outcome_unknown(), "{name}");
    });
    let rows = [("too large, then retried", response(503, body(LIMIT + 1)))];
    each(&rows, &options, |observed| {
        assert_eq!(observed.widget().meta().attempts(), 2, "{}", observed.name);
    });
}

/// No coding was requested, and no transport decodes one.
#[test]
fn a_coded_body_is_an_error_that_names_the_coding() {
    const GZIP: &[u8] = &[0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0];
    for (status, kind) in [(200, ErrorKind::Decode), (402, ErrorKind::Card)] {
        let coded = full_response(status, "Content-Encoding: gzip\r\n", GZIP);
        let rows = [("coded", vec![bytes(coded)])];
        each(&rows, &CallOptions::default(), |observed| {
            let (name, error) = (&observed.name, observed.error());
            assert_eq!(error.kind(), kind, "{name}");
            assert!(
                error.to_string().contains("content coding `gzip`"),
                "{name}: {error}"
            );
            assert_eq!(error.meta().raw_body(), GZIP, "{name}");
        });
    }
    for coding in ["identity", "Identity", ""] {
        let headers = format!("Content-Encoding: {coding}\r\n");
        let rows = [(coding, vec![bytes(full_response(200, &headers, WIDGET))])];
        each(&rows, &CallOptions::default(), |observed| {
            assert_eq!(observed.widget().id, "w_1", "{}", observed.name);
        });
    }
}

/// A length that is too long looks like a broken connection; one that is too short
/// truncates the body.
#[test]
fn wrong_content_length() {
    let body = WIDGET.as_bytes();
    let long = [head(200, "", body.len() + 1), body.to_vec()].concat();
    let rows = [("too long", vec![exchange([Step::Write(long), Step::Close])])];
    each(&rows, &CallOptions::default(), |observed| {
        observed.assert_connection_error(1);
        assert_eq!(observed.error().meta().status(), Some(200), "{}", observed.name);
    });
    each(&rows, &CallOptions { retries: 1, ..CallOptions::default() }, |observed| {
        assert_eq!(observed.widget().meta().attempts(), 2, "{}", observed.name);
    });
    let short = [head(200, "", body.len() - 1), body.to_vec()].concat();
    each(&[("too short", vec![bytes(short)])], &CallOptions::default(), |observed| {
        let error = observed.error();
        assert_eq!(error.kind(), ErrorKind::Decode, "{}", observed.name);
        assert_eq!(
            error.meta().raw_body(),
            &body[..body.len() - 1],
            "{}",
            observed.name
        );
    });
}

/// Bytes after a response must not be taken for the response to the next request: that
/// would report one payment as another.
#[test]
fn stray_bytes_are_not_a_response() {
    let named = |id: &str| full_response(200, "", WIDGET.replace("w_1", id));
    let first = named("w_1");
    let short =
        [head(200, "", 2), WIDGET.as_bytes().to_vec(), named("w_stray")].concat();
    let twice = [first.clone(), named("w_stray")].concat();
    let later = vec![
        Step::Write(first),
        Step::Pause(Duration::from_millis(50)),
        Step::Write(named("w_stray")),
    ];
    // Bytes that arrive after the next request could not be distinguished from its response, so
    // the test waits until they have arrived.
    let faults = [
        ("after a length too short", vec![Step::Write(short.clone())], 0),
        ("after a length too short", vec![Step::Write(short)], 300),
        ("a second response", vec![Step::Write(twice.clone())], 0),
        ("a second response", vec![Step::Write(twice)], 300),
        ("a later second response", later, 300),
    ];
    for (fault, steps, idle) in faults {
        for (transport, make) in CLIENTS {
            let server = TestServer::start([exchange(steps.clone())], named("w_2"));
            let options = CallOptions { retries: 2, ..CallOptions::default() };
            let client = make(&server.url(), &options);
            let _ = client.call(&options);
            std::thread::sleep(Duration::from_millis(idle));
            let name = format!("{fault}, {idle} ms ({transport})");
            assert_eq!(client.call(&options).expect(&name).id, "w_2", "{name}");
        }
    }
}

/// Responses that are unusual, but valid.
#[test]
fn unusual_but_valid_responses() {
    let early = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
    let go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    let after =
        |before: &str| [before.as_bytes(), &full_response(200, "", WIDGET)].concat();
    let framed = |headers: &str, body: &str| {
        format!("HTTP/1.1 200 X\r\n{headers}\r\n{body}").into_bytes()
    };
    let chunks =
        format!("{:X};ext=1\r\n{WIDGET}\r\n0\r\nTrailer: x\r\n\r\n", WIDGET.len());
    let until_the_end = exchange([Step::Write(framed("", WIDGET)), Step::Close]);
    let in_pieces = after("").into_iter().map(|byte| Step::Write(vec![byte]));
    let rows = [
        ("preceded by 100", vec![bytes(after(go_on))]),
        ("preceded by 103", vec![bytes(after(early))]),
        ("chunked", vec![bytes(framed("Transfer-Encoding: chunked\r\n", &chunks))]),
        ("until the connection closes", vec![until_the_end]),
        ("in many pieces", vec![exchange(in_pieces.collect::<Vec<_>>())]),
        ("201", response(201, WIDGET)),
        ("299", response(299, WIDGET)),
        ("NUL as an escape", response(200, WIDGET.replace("payment", "p\\u0000"))),
        ("surrounded by whitespace", response(200, format!("\r\n {WIDGET} \n"))),
    ];
    each(&rows, &CallOptions::default(), |observed| {
        assert_eq!(observed.widget().id, "w_1");
    });
}
