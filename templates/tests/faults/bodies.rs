//! Bodies that are not what they should be, and bytes that belong to no answer.

use std::time::Duration;

use crate::support::WIDGET;
use crate::support::clients::{Ask, CLIENTS, each};
use crate::support::faulty::{Exchange, Server, Step, bytes, head, play, whole};
use stripe_runtime::ErrorKind;

fn answer(status: u16, body: impl AsRef<[u8]>) -> Vec<Exchange> {
    vec![bytes(whole(status, "", body))]
}

/// Each with its status: 200 and 402 for each body.
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
        ("NUL in a text", WIDGET.replace("w_1", "w_\0").into()),
        ("NUL at the end", format!("{WIDGET}\0").into()),
        ("two objects", WIDGET.repeat(2).into()),
        ("half an object", WIDGET.as_bytes()[..WIDGET.len() / 2].to_vec()),
    ]
}

#[test]
fn a_success_that_cannot_be_read_is_kept_and_final() {
    let bodies = unreadable();
    let rows: Vec<_> =
        bodies.iter().map(|(name, body)| (*name, answer(200, body))).collect();
    each(&rows, &Ask { retries: 3, ..Ask::default() }, |told| {
        let (name, error) = (&told.name, told.error());
        let meta = error.meta();
        assert_eq!((error.kind(), meta.attempts()), (ErrorKind::Decode, 1), "{name}");
        assert_eq!((meta.status(), meta.request_id()), (Some(200), Some("req_1")));
        let body =
            bodies.iter().find(|(fault, _)| name.starts_with(&format!("{fault} (")));
        assert_eq!(meta.raw_body(), body.unwrap().1, "{name}");
    });
}

#[test]
fn an_error_that_cannot_be_read_keeps_its_class() {
    let bodies = unreadable();
    let rows: Vec<_> =
        bodies.iter().map(|(name, body)| (*name, answer(402, body))).collect();
    each(&rows, &Ask { retries: 3, ..Ask::default() }, |told| {
        let (name, error) = (&told.name, told.error());
        let meta = error.meta();
        assert_eq!((error.kind(), meta.attempts()), (ErrorKind::Card, 1), "{name}");
        assert!(error.api_error().is_none(), "{name}");
        assert_eq!((meta.status(), meta.request_id()), (Some(402), Some("req_1")));
    });
}

#[test]
fn answers_larger_than_the_limit_are_not_read() {
    let large = "x".repeat(5000);
    let chunk = format!("1000\r\n{}\r\n", "x".repeat(4096)).repeat(1000);
    let chunked =
        "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\nTransfer-Encoding: chunked\r\n\r\n";
    let unframed = "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\n\r\n";
    // The server never gets to the end of these, so to read on would be to hang.
    let endless = |start: &str, piece: &str| {
        vec![play([Step::Write(format!("{start}{piece}").into()), Step::Hang])]
    };
    let rows = [
        ("announced and sent", answer(200, &large)),
        ("announced only", vec![play([Step::Write(head(200, "", 5000)), Step::Hang])]),
        (
            "announced beyond memory",
            vec![play([Step::Write(head(200, "", usize::MAX / 4)), Step::Hang])],
        ),
        ("in chunks", endless(chunked, &chunk)),
        ("without a length", endless(unframed, &large)),
    ];
    each(&rows, &Ask { retries: 3, limit: 4999, ..Ask::default() }, |told| {
        let (name, error) = (&told.name, told.error());
        let meta = error.meta();
        assert_eq!(error.kind(), ErrorKind::Decode, "{name}: {error:?}");
        assert_eq!((meta.attempts(), meta.status()), (1, Some(200)), "{name}");
        assert_eq!(meta.request_id(), Some("req_1"), "{name}");
        assert!(meta.raw_body().is_empty(), "{name}");
    });
    let rows = [("just as large as the limit", answer(402, &large))];
    each(&rows, &Ask { limit: 5000, ..Ask::default() }, |told| {
        assert_eq!(told.error().meta().raw_body().len(), 5000, "{}", told.name);
    });
}

/// Announced longer than it is: a connection that broke. Shorter: what fits is the body.
#[test]
fn lengths_that_are_wrong() {
    let body = WIDGET.as_bytes();
    let long = [head(200, "", body.len() + 1), body.to_vec()].concat();
    let rows = [("too long", vec![play([Step::Write(long), Step::Close])])];
    each(&rows, &Ask::default(), |told| {
        told.is_lost(1);
        assert_eq!(told.error().meta().status(), Some(200), "{}", told.name);
    });
    each(&rows, &Ask { retries: 1, ..Ask::default() }, |told| {
        assert_eq!(told.widget().meta().attempts(), 2, "{}", told.name);
    });
    let short = [head(200, "", body.len() - 1), body.to_vec()].concat();
    each(&[("too short", vec![bytes(short)])], &Ask::default(), |told| {
        let error = told.error();
        assert_eq!(error.kind(), ErrorKind::Decode, "{}", told.name);
        assert_eq!(error.meta().raw_body(), &body[..body.len() - 1], "{}", told.name);
    });
}

/// Whatever follows an answer on its connection must not be taken for the answer to the next
/// request: that would report one payment as another.
#[test]
fn stray_bytes_are_no_answer() {
    let named = |id: &str| whole(200, "", WIDGET.replace("w_1", id));
    let first = named("w_1");
    let short =
        [head(200, "", 2), WIDGET.as_bytes().to_vec(), named("w_stray")].concat();
    let twice = [first.clone(), named("w_stray")].concat();
    let later = vec![
        Step::Write(first),
        Step::Pause(Duration::from_millis(50)),
        Step::Write(named("w_stray")),
    ];
    // The next request goes out when they have arrived, since nothing could tell them apart from
    // an answer to it before.
    let faults = [
        ("after a length too short", vec![Step::Write(short.clone())], 0),
        ("after a length too short", vec![Step::Write(short)], 300),
        ("a second answer", vec![Step::Write(twice.clone())], 0),
        ("a second answer", vec![Step::Write(twice)], 300),
        ("a second answer later", later, 300),
    ];
    for (fault, steps, idle) in faults {
        for (transport, make) in CLIENTS {
            let server = Server::start([play(steps.clone())], named("w_2"));
            let ask = Ask { retries: 2, ..Ask::default() };
            let asker = make(&server.url(), &ask);
            let _ = asker.ask(&ask);
            std::thread::sleep(Duration::from_millis(idle));
            let name = format!("{fault}, {idle} ms ({transport})");
            assert_eq!(asker.ask(&ask).expect(&name).id, "w_2", "{name}");
        }
    }
}

/// What looks odd but is allowed.
#[test]
fn unusual_answers_that_are_whole() {
    let early = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
    let go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    let after = |before: &str| [before.as_bytes(), &whole(200, "", WIDGET)].concat();
    let framed = |headers: &str, body: &str| {
        format!("HTTP/1.1 200 X\r\n{headers}\r\n{body}").into_bytes()
    };
    let chunks =
        format!("{:X};ext=1\r\n{WIDGET}\r\n0\r\nTrailer: x\r\n\r\n", WIDGET.len());
    let until_the_end = play([Step::Write(framed("", WIDGET)), Step::Close]);
    let in_pieces = after("").into_iter().map(|byte| Step::Write(vec![byte]));
    let rows = [
        ("100 before it", vec![bytes(after(go_on))]),
        ("103 before it", vec![bytes(after(early))]),
        ("chunked", vec![bytes(framed("Transfer-Encoding: chunked\r\n", &chunks))]),
        ("until the end", vec![until_the_end]),
        ("in many pieces", vec![play(in_pieces.collect::<Vec<_>>())]),
        ("201", answer(201, WIDGET)),
        ("299", answer(299, WIDGET)),
        ("NUL as an escape", answer(200, WIDGET.replace("payment", "p\\u0000"))),
        ("spaces around", answer(200, format!("\r\n {WIDGET} \n"))),
    ];
    each(&rows, &Ask::default(), |told| assert_eq!(told.widget().id, "w_1"));
}
