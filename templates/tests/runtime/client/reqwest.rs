//! The reqwest transport.

use std::time::Duration;

use crate::support::{KEY, WIDGET};
use stripe_runtime::stand_in::params::{CreateWidget, ListWidgets};
use stripe_runtime::transport::Reqwest;
use stripe_runtime::{Client, ErrorKind, Method};
use test_support::server::{TestServer, last_bytes, ok, response, stalled};

fn client(server: &TestServer) -> Client {
    let transport = Reqwest::new(|| reqwest::Client::builder().no_proxy()).unwrap();
    Client::builder(KEY).base_url(server.url()).transport(transport).build().unwrap()
}

#[test]
fn call_outside_a_runtime_is_rejected() {
    let transport = Reqwest::new(|| reqwest::Client::builder().no_proxy()).unwrap();
    let client = Client::builder(KEY).transport(transport).build().unwrap();
    let mut call = std::pin::pin!(client.widgets().expire("w").send());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = call.as_mut().poll(&mut context) else {
        panic!("the call must fail on the first poll");
    };
    assert!(error.is_invalid_call(), "{error:?}");
}

#[tokio::test]
async fn requests_byte_for_byte() {
    let list = r#"{"object":"list","data":[],"has_more":false,"url":"/v1/widgets"}"#;
    let server = TestServer::script([ok(WIDGET), ok(WIDGET), ok(list), ok("{}")]);
    let client = client(&server);
    let widgets = client.widgets();
    widgets.create(CreateWidget::new("a b")).await.unwrap();
    widgets.expire("%2e%2e").await.unwrap();
    widgets
        .list(ListWidgets::new().created(0))
        .extra_param("a[b]", "c'd")
        .await
        .unwrap();
    client.raw(Method::Delete, "/v1/x", ()).await.unwrap();
    let seen = server.seen();
    let lines: Vec<_> = seen.iter().map(|seen| seen.line.as_str()).collect();
    let expected = [
        "POST /v1/widgets HTTP/1.1",
        "POST /v1/widgets/%252e%252e/expire HTTP/1.1",
        "GET /v1/widgets?created=0&a[b]=c%27d HTTP/1.1",
        "DELETE /v1/x HTTP/1.1",
    ];
    assert_eq!(lines, expected);
    assert_eq!(
        (seen[0].header("content-length"), seen[1].header("content-length")),
        (vec!["10"], vec!["0"])
    );
    assert!(
        seen[2].header("content-length").is_empty()
            && seen[3].header("content-length").is_empty()
    );
    for seen in &seen {
        assert_eq!(
            (seen.header("accept").len(), seen.header("user-agent").len()),
            (1, 1)
        );
    }
}

#[tokio::test]
async fn faults() {
    let elsewhere = TestServer::script([ok(WIDGET)]);
    let location = format!("Location: {}/v1/widgets\r\n", elsewhere.url());
    let server = TestServer::script([response(307, &location, "")]);
    let error = client(&server).widgets().expire("w").await.unwrap_err();
    assert_eq!(error.meta().status(), Some(307));
    assert!(elsewhere.seen().is_empty());

    let half = b"HTTP/1.1 200 OK\r\nRequest-Id: r\r\nContent-Length: 100\r\n\r\n{\"id\""
        .to_vec();
    let server =
        TestServer::script([last_bytes(Vec::new()), last_bytes(half), ok(WIDGET)]);
    let widget = client(&server).widgets().create(CreateWidget::new("x")).await.unwrap();
    assert_eq!(widget.meta().attempts(), 3);

    let server = TestServer::script([stalled(Vec::new())]);
    let call =
        client(&server).widgets().expire("hush").timeout(Duration::from_millis(100));
    assert!(call.max_retries(0).await.unwrap_err().is_timeout());

    let transport = Reqwest::new(|| reqwest::Client::builder().no_proxy()).unwrap();
    let client = Client::builder(KEY)
        .base_url("http://127.0.0.1:1")
        .transport(transport)
        .build()
        .unwrap();
    let error = client
        .widgets()
        .retrieve("w")
        .extra_param("a", "hush")
        .max_retries(0)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(!format!("{error:?}").contains("hush"));
}
