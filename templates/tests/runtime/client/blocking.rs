//! The built-in transport of the blocking client.

use std::time::{Duration, Instant};

use crate::support::{KEY, WIDGET};
use stripe_runtime::ErrorKind;
use stripe_runtime::blocking::Client;
use stripe_runtime::stand_in::params::{CreateWidget, ListWidgets};
use test_support::server::{TestServer, last_bytes, ok, response, stalled};

fn client(server: &TestServer) -> Client {
    Client::builder(KEY).base_url(server.url()).env_proxies(false).build().unwrap()
}

#[test]
fn requests_byte_for_byte() {
    let list = r#"{"object":"list","data":[],"has_more":false,"url":"/v1/widgets"}"#;
    let server = TestServer::script([ok(WIDGET), ok(WIDGET), ok(list), ok(WIDGET)]);
    let widgets = client(&server).widgets();
    let widget = widgets
        .create(CreateWidget::new("a b"))
        .header("USER-agent", "x")
        .send()
        .unwrap();
    assert_eq!((widget.id.as_str(), widget.meta().request_id()), ("w_1", Some("req_1")));
    widgets.expire("a/b").send().unwrap();
    widgets.list(ListWidgets::new().created(0)).extra_param("a[b]", "c").send().unwrap();
    widgets.delete("w").send().unwrap();
    let seen = server.seen();
    let lines: Vec<_> = seen.iter().map(|seen| seen.line.as_str()).collect();
    let expected = [
        "POST /v1/widgets HTTP/1.1",
        "POST /v1/widgets/a%2Fb/expire HTTP/1.1",
        "GET /v1/widgets?created=0&a[b]=c HTTP/1.1",
        "DELETE /v1/widgets/w HTTP/1.1",
    ];
    assert_eq!(lines, expected);
    assert_eq!((seen[0].body.as_str(), seen[1].body.as_str()), ("name=a%20b", ""));
    for (index, length) in [(0, "10"), (1, "0")] {
        assert_eq!(seen[index].header("content-length"), [length]);
        assert_eq!(
            seen[index].header("content-type"),
            ["application/x-www-form-urlencoded"]
        );
        assert_eq!(seen[index].header("idempotency-key").len(), 1);
    }
    for index in [2, 3] {
        assert!(seen[index].header("content-length").is_empty());
        assert!(seen[index].header("transfer-encoding").is_empty());
        assert!(seen[index].header("idempotency-key").is_empty());
    }
    for seen in &seen {
        assert_eq!(seen.header("authorization"), [format!("Bearer {KEY}")]);
        assert_eq!(seen.header("accept"), ["application/json"]);
        assert_eq!((seen.header("user-agent").len(), seen.header("host").len()), (1, 1));
        assert_eq!(seen.header("accept-encoding"), ["identity"]);
    }
    assert_eq!(seen[0].header("user-agent"), ["x"]);
    assert!(seen.iter().all(|seen| seen.connection == 0), "one connection for all");
}

#[test]
fn unsuccessful_responses() {
    let elsewhere = TestServer::script([ok(WIDGET)]);
    let location = format!("Location: {}/v1/widgets\r\n", elsewhere.url());
    for (status, headers) in [
        (307, location.as_str()),
        (404, ""),
        (402, ""),
        (500, "Stripe-Should-Retry: false\r\n"),
    ] {
        let server = TestServer::script([response(status, headers, "<html>")]);
        let error = client(&server).widgets().expire("w").send().unwrap_err();
        assert_eq!((error.meta().status(), error.meta().attempts()), (Some(status), 1));
        assert_eq!(error.meta().raw_body(), b"<html>");
    }
    assert!(elsewhere.seen().is_empty());
}

#[test]
fn broken_and_silent_servers() {
    let half =
        b"HTTP/1.1 200 OK\r\nRequest-Id: req_0\r\nContent-Length: 100\r\n\r\n{\"id\""
            .to_vec();
    let server = TestServer::script([
        last_bytes(Vec::new()),
        last_bytes(half.clone()),
        ok(WIDGET),
    ]);
    let widget =
        client(&server).widgets().create(CreateWidget::new("x")).send().unwrap();
    assert_eq!(widget.meta().attempts(), 3);

    let server = TestServer::script([last_bytes(half)]);
    let error = client(&server).widgets().expire("w").max_retries(0).send().unwrap_err();
    assert_eq!(
        (error.kind(), error.meta().status()),
        (ErrorKind::Connection, Some(200))
    );
    assert!(!error.is_timeout() && error.meta().request_id() == Some("req_0"));

    let head =
        b"HTTP/1.1 200 OK\r\nRequest-Id: req_0\r\nContent-Length: 9\r\n\r\n{".to_vec();
    for (action, status) in [(stalled(Vec::new()), None), (stalled(head), Some(200))] {
        let server = TestServer::script([action]);
        let started = Instant::now();
        let call = client(&server).widgets().expire("w").max_retries(0);
        let error = call.timeout(Duration::from_millis(200)).send().unwrap_err();
        assert!(error.is_timeout(), "{error:?}");
        assert_eq!(error.meta().status(), status);
        assert!(started.elapsed() < Duration::from_secs(5));
    }

    let client = Client::builder(KEY)
        .base_url("http://127.0.0.1:1")
        .env_proxies(false)
        .build()
        .unwrap();
    let error = client.widgets().expire("w").max_retries(0).send().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
}

#[test]
fn response_size_is_limited() {
    let server = TestServer::script([ok("x".repeat(1000))]);
    let client = Client::builder(KEY)
        .base_url(server.url())
        .max_response_size(999)
        .build()
        .unwrap();
    let error = client.widgets().expire("w").send().unwrap_err();
    assert_eq!((error.kind(), error.meta().attempts()), (ErrorKind::Decode, 1));
}
