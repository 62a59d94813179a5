//! Requests of the default transport, byte for byte.

use std::time::{Duration, Instant};

use crate::support::{KEY, WIDGET};
use stripe_runtime::stand_in::Mode;
use stripe_runtime::stand_in::params::{CreateWidget, ListWidgets};
use stripe_runtime::{AppInfo, Client, ErrorKind, Expand, Method};
use test_support::server::{
    TestServer, bytes, full_response, last_bytes, ok, response, stalled,
};

const LIST: &str = r#"{"object":"list","data":[],"has_more":false,"url":"/v1/widgets"}"#;

fn client(server: &TestServer) -> Client {
    Client::builder(KEY).base_url(server.url()).env_proxies(false).build().unwrap()
}

#[tokio::test]
async fn a_post_has_its_parameters_in_the_body() {
    let server = TestServer::script([ok(WIDGET)]);
    let params = CreateWidget::new("a b+c").mode(Mode::Payment).metadata([("k", "v&=")]);
    let widget = client(&server)
        .widgets()
        .create(params)
        .idempotency_key("cart-1")
        .await
        .unwrap();
    let seen = &server.seen()[0];
    assert_eq!(seen.line, "POST /v1/widgets HTTP/1.1");
    assert_eq!(seen.body, "metadata[k]=v%26%3D&mode=payment&name=a%20b%2Bc");
    let agent = format!("Stripe/v1 stripe-runtime/{}", env!("CARGO_PKG_VERSION"));
    let expected = [
        ("Authorization", format!("Bearer {KEY}")),
        ("Accept", "application/json".into()),
        ("Accept-Encoding", "identity".into()),
        ("Content-Type", "application/x-www-form-urlencoded".into()),
        ("Content-Length", seen.body.len().to_string()),
        ("Stripe-Version", stripe_runtime::API_VERSION.into()),
        ("Idempotency-Key", "cart-1".into()),
        ("User-Agent", agent),
        ("Host", server.url().trim_start_matches("http://").into()),
    ];
    for (name, value) in &expected {
        assert_eq!(seen.header(name), [value.as_str()], "{name}");
    }
    assert_eq!(seen.headers.len(), expected.len(), "{:?}", seen.headers);
    assert_eq!(widget.id, "w_1");
    assert_eq!(widget.meta().status(), Some(200));
    assert_eq!(widget.meta().request_id(), Some("req_1"));
    assert_eq!(widget.meta().raw_body(), WIDGET.as_bytes());
}

#[tokio::test]
async fn a_post_without_parameters_has_type_and_length() {
    let server = TestServer::script([ok(WIDGET)]);
    client(&server).widgets().expire("w_1").await.unwrap();
    let seen = &server.seen()[0];
    assert_eq!(seen.line, "POST /v1/widgets/w_1/expire HTTP/1.1");
    assert_eq!(seen.header("content-type"), ["application/x-www-form-urlencoded"]);
    assert_eq!(seen.header("content-length"), ["0"]);
    assert_eq!(seen.body, "");
}

#[tokio::test]
async fn get_and_delete_have_their_parameters_in_the_query_and_no_body() {
    let server = TestServer::script([ok(LIST), ok(WIDGET), ok(WIDGET)]);
    let widgets = client(&server).widgets();
    widgets.list(ListWidgets::new().limit(3).created(0)).await.unwrap();
    widgets.delete("w_1").extra_param("a[b]", "c d").await.unwrap();
    widgets.retrieve("w_1").await.unwrap();
    let seen = server.seen();
    assert_eq!(seen[0].line, "GET /v1/widgets?created=0&limit=3 HTTP/1.1");
    assert_eq!(seen[1].line, "DELETE /v1/widgets/w_1?a[b]=c%20d HTTP/1.1");
    assert_eq!(seen[2].line, "GET /v1/widgets/w_1 HTTP/1.1");
    for seen in &seen {
        assert!(
            seen.header("content-length").is_empty()
                && seen.header("idempotency-key").is_empty()
        );
    }
    // All requests use one connection.
    assert!(seen.iter().all(|seen| seen.connection == 0));
}

#[tokio::test]
async fn ids_are_one_path_segment_or_rejected() {
    let rows = [
        ("cs_1", "cs_1"),
        ("a/b", "a%2Fb"),
        ("a?b#c", "a%3Fb%23c"),
        ("a b", "a%20b"),
        ("100%", "100%25"),
        ("%2e%2e", "%252e%252e"),
        ("...", "..."),
        ("é~-_.", "%C3%A9~-_."),
        ("{widget}", "%7Bwidget%7D"),
    ];
    let server = TestServer::script(rows.map(|_| ok(WIDGET)));
    let widgets = client(&server).widgets();
    for (id, _) in rows {
        widgets.retrieve(id).await.unwrap();
    }
    for id in ["", ".", ".."] {
        let error = widgets.expire(id).await.unwrap_err();
        assert_eq!((error.kind(), error.meta().attempts()), (ErrorKind::InvalidCall, 0));
        assert!(error.to_string().contains("`widget`"), "{error}");
    }
    let seen = server.seen();
    assert_eq!(seen.len(), rows.len());
    for (seen, (_, segment)) in seen.iter().zip(rows) {
        assert_eq!(seen.line, format!("GET /v1/widgets/{segment} HTTP/1.1"));
    }
}

#[tokio::test]
async fn raw_calls_stay_on_the_host() {
    let server = TestServer::script([ok("{\"a\":1}"), ok(WIDGET), ok("{}")]);
    let client = client(&server);
    let raw = client
        .raw(Method::Post, "/v1/new", [("a[b]", "1"), ("a[b]", "2")])
        .await
        .unwrap();
    assert_eq!(raw.get("a").and_then(serde_json::Value::as_i64), Some(1));
    let call = client.raw(Method::Get, "/v1/widgets/w_1", ());
    let widget = call.returning::<stripe_runtime::stand_in::Widget>().await.unwrap();
    assert_eq!(widget.id, "w_1");
    client.raw(Method::Get, "/v2/things?page=x", vec![("b", "é")]).await.unwrap();
    let bad = [
        "",
        "v1/x",
        "//evil.example/x",
        "@evil.example/x",
        ".evil.example",
        "/v1/../x",
        "/v1/%2E%2e/x",
        "/v1/.",
        "/v1\\..\\x",
        "/v1/x#y",
        "/v1/x y",
        "/v1/x\r\nA: b",
        "/v1/é",
        "/v1/.%2e?x",
        "/v1/\tx",
    ];
    for path in bad {
        let error = client.raw(Method::Post, path, ()).await.unwrap_err();
        assert!(error.is_invalid_call(), "{path}");
    }
    let seen = server.seen();
    let lines: Vec<_> = seen.iter().map(|seen| seen.line.as_str()).collect();
    let expected = [
        "POST /v1/new HTTP/1.1",
        "GET /v1/widgets/w_1 HTTP/1.1",
        "GET /v2/things?page=x&b=%C3%A9 HTTP/1.1",
    ];
    assert_eq!(lines, expected);
    assert_eq!(seen[0].body, "a[b]=1&a[b]=2");
    assert!(!seen[0].header("idempotency-key").is_empty());
}

#[tokio::test]
async fn custom_headers_replace_defaults_ignoring_case() {
    let server = TestServer::script([ok(WIDGET), ok(LIST)]);
    let client = Client::builder(KEY)
        .base_url(server.url())
        .env_proxies(false)
        .header("X-All", "client")
        .app_info(AppInfo::new("shop").version("1.2").url("https://shop.example"))
        .build()
        .unwrap();
    let call = client.widgets().create(CreateWidget::new("x"));
    let call = call
        .header("USER-agent", "mine")
        .header("x-all", "call")
        .header("X-All", "last");
    call.header("stripe-version", "2020-01-01.x")
        .header("idempotency-KEY", "k")
        .await
        .unwrap();
    client.widgets().list(ListWidgets::new()).header("X-Page", "1").await.unwrap();
    let seen = server.seen();
    assert_eq!(seen[0].header("user-agent"), ["mine"]);
    assert_eq!(seen[0].header("x-all"), ["last"]);
    assert_eq!(seen[0].header("stripe-version"), ["2020-01-01.x"]);
    assert_eq!(seen[0].header("idempotency-key"), ["k"]);
    assert_eq!(
        (seen[1].header("x-page"), seen[1].header("x-all")),
        (vec!["1"], vec!["client"])
    );
    assert!(
        seen[1].header("user-agent")[0].ends_with(" shop/1.2 (https://shop.example)")
    );
}

#[tokio::test]
async fn invalid_headers_are_rejected() {
    let server = TestServer::script([]);
    let widgets = client(&server).widgets();
    let bad = [
        ("", "x"),
        ("a b", "x"),
        ("a", "x\r\nEvil: 1"),
        ("a", "ü"),
        ("Content-Length", "0"),
        ("te", "x"),
        ("Idempotency-Key", " "),
    ];
    for (name, value) in bad {
        let error = widgets.retrieve("w").header(name, value).await.unwrap_err();
        assert!(error.is_invalid_call(), "{name}: {value}");
    }
    assert!(
        widgets.retrieve("w").account("acct\n1").await.unwrap_err().is_invalid_call()
    );
    assert!(
        widgets.retrieve("w").extra_param("", "x").await.unwrap_err().is_invalid_call()
    );
    assert!(server.seen().is_empty());
}

/// A header set for the whole client must not override an option of a call.
#[tokio::test]
async fn headers_with_an_option_set_the_option() {
    let server = TestServer::script([ok(WIDGET), ok(WIDGET), ok(WIDGET)]);
    let builder = || Client::builder(KEY).base_url(server.url()).env_proxies(false);
    let client = builder()
        .header("stripe-account", "acct_all")
        .header("Stripe-VERSION", "2020-01-01.x")
        .build()
        .unwrap();
    let call = client.widgets().retrieve("w").account("acct_one");
    call.api_version("2021-01-01.x").await.unwrap();
    client.with_account("acct_other").widgets().retrieve("w").await.unwrap();
    client.widgets().retrieve("w").header("Stripe-Account", "acct_call").await.unwrap();
    let sent = server.seen().into_iter().map(|seen| {
        (seen.header("stripe-account").concat(), seen.header("stripe-version").concat())
    });
    let expected = [
        ("acct_one", "2021-01-01.x"),
        ("acct_other", "2020-01-01.x"),
        ("acct_call", "2020-01-01.x"),
    ];
    assert_eq!(
        sent.collect::<Vec<_>>(),
        expected.map(|(account, version)| (account.to_owned(), version.to_owned()))
    );
}

#[test]
fn client_with_invalid_headers_is_rejected() {
    let builder = || Client::builder(KEY).env_proxies(false);
    let bad = [
        builder().header("Idempotency-Key", "k"),
        builder().header("a b", "x"),
        builder().header("X-Line", "a\nb"),
        builder().header("Content-Length", "1"),
        builder().account("acct\n1"),
        builder().app_info(AppInfo::new("Café")),
    ];
    for builder in bad {
        let shown = format!("{builder:?}");
        assert!(builder.build().unwrap_err().is_invalid_call(), "{shown}");
    }
}

#[tokio::test]
async fn account_context_and_version() {
    let server = TestServer::script(std::iter::repeat_n(ok(WIDGET), 6));
    let client = client(&server);
    let tenant = client.with_account(" acct_1 ");
    tenant.widgets().retrieve("w").await.unwrap();
    tenant.widgets().retrieve("w").account("acct_2").await.unwrap();
    tenant.widgets().retrieve("w").account("").await.unwrap();
    client.with_context("ctx_1").widgets().retrieve("w").context(" ").await.unwrap();
    client.widgets().retrieve("w").api_version("2099-01-01.x").await.unwrap();
    let call = client.with_account(" ").widgets().retrieve("w").api_version("");
    call.header("stripe-version", "").await.unwrap();
    let both = tenant.widgets().retrieve("w").context("ctx").await.unwrap_err();
    assert!(both.is_invalid_call());
    let both = client.widgets().expire("w").account("a").header("stripe-context", "c");
    assert!(both.await.unwrap_err().is_invalid_call());
    let seen = server.seen();
    assert_eq!(seen.len(), 6);
    let accounts: Vec<_> =
        seen.iter().flat_map(|seen| seen.header("stripe-account")).collect();
    assert_eq!(accounts, ["acct_1", "acct_2", "acct_1"]);
    assert_eq!(seen[3].header("stripe-context"), ["ctx_1"]);
    assert_eq!(seen[4].header("stripe-version"), ["2099-01-01.x"]);
    assert_eq!(seen[5].header("stripe-version"), [stripe_runtime::API_VERSION]);
}

#[tokio::test]
async fn expand_is_relative_to_the_items_of_a_list() {
    const OWNER: Expand = Expand::field("owner");
    let server = TestServer::script([ok(WIDGET), ok(LIST)]);
    let widgets = client(&server).widgets();
    widgets.retrieve("w").expand([OWNER]).expand(["parent"]).await.unwrap();
    let call = widgets.list(ListWidgets::new().limit(1));
    call.expand([OWNER, Expand::from("data.parent")])
        .extra_param("z", "1")
        .await
        .unwrap();
    let seen = server.seen();
    assert_eq!(
        seen[0].line,
        "GET /v1/widgets/w?expand[0]=owner&expand[1]=parent HTTP/1.1"
    );
    let query = "expand[0]=data.owner&expand[1]=data.parent&limit=1&z=1";
    assert_eq!(seen[1].line, format!("GET /v1/widgets?{query} HTTP/1.1"));
}

#[tokio::test]
async fn redirects_are_errors() {
    let elsewhere = TestServer::script([ok(WIDGET)]);
    for status in [301, 302, 303, 307, 308] {
        let location = format!("Location: {}/v1/widgets\r\n", elsewhere.url());
        let server = TestServer::script([response(status, &location, "")]);
        let error =
            client(&server).widgets().create(CreateWidget::new("x")).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.meta().status()),
            (ErrorKind::Api, Some(status))
        );
    }
    assert!(elsewhere.seen().is_empty());
}

#[tokio::test]
async fn broken_connections_are_repeated_with_the_same_key() {
    let half =
        b"HTTP/1.1 200 OK\r\nRequest-Id: req_0\r\nContent-Length: 100\r\n\r\n{\"id\""
            .to_vec();
    let server = TestServer::script([
        last_bytes(Vec::new()),
        last_bytes(half.clone()),
        ok(WIDGET),
    ]);
    let widget = client(&server).widgets().create(CreateWidget::new("x")).await.unwrap();
    let seen = server.seen();
    assert_eq!((widget.meta().attempts(), seen.len()), (3, 3));
    let keys: Vec<_> =
        seen.iter().flat_map(|seen| seen.header("idempotency-key")).collect();
    assert!(keys.len() == 3 && keys.iter().all(|key| *key == keys[0]));

    let server = TestServer::script([last_bytes(half)]);
    let error = client(&server)
        .widgets()
        .create(CreateWidget::new("x"))
        .max_retries(0)
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.meta().status()),
        (ErrorKind::Connection, Some(200))
    );
    assert_eq!(error.meta().request_id(), Some("req_0"));
    assert!(error.meta().idempotency_key().is_some() && !error.is_timeout());
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn closed_idle_connection_is_replaced() {
    let response = last_bytes(full_response(200, "", WIDGET));
    let server = TestServer::script([response.clone(), response]);
    let widgets = client(&server).widgets();
    widgets.expire("w").await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    widgets.expire("w").max_retries(0).await.unwrap();
}

#[tokio::test]
async fn silent_server_times_out() {
    let head =
        b"HTTP/1.1 200 OK\r\nRequest-Id: req_0\r\nContent-Length: 9\r\n\r\n{".to_vec();
    for (action, status) in [(stalled(Vec::new()), None), (stalled(head), Some(200))] {
        let server = TestServer::script([action]);
        let started = Instant::now();
        let call = client(&server).widgets().expire("w").max_retries(0);
        let error = call.timeout(Duration::from_millis(200)).await.unwrap_err();
        assert!(error.is_timeout() && error.is_connection());
        assert_eq!(error.meta().status(), status);
        assert!(started.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn response_size_is_limited() {
    let body = "x".repeat(1000);
    let chunked = format!(
        "HTTP/1.1 200 OK\r\nRequest-Id: r\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n{body}\r\n0\r\n\r\n"
    );
    for action in [ok(&body), bytes(chunked)] {
        let server = TestServer::script([action]);
        let client = Client::builder(KEY)
            .base_url(server.url())
            .max_response_size(999)
            .build()
            .unwrap();
        let error = client.widgets().expire("w").await.unwrap_err();
        assert_eq!(
            (error.kind(), error.meta().attempts()),
            (ErrorKind::Decode, 1),
            "{error}"
        );
        assert!(
            error.meta().status() == Some(200) && error.meta().request_id().is_some()
        );
    }
    let server = TestServer::script([response(404, "", &body)]);
    let client = Client::builder(KEY)
        .base_url(server.url())
        .max_response_size(999)
        .build()
        .unwrap();
    assert!(client.widgets().expire("w").await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn connections_are_limited() {
    use stripe_runtime::transport::Hyper;
    let server = TestServer::script(std::iter::repeat_n(ok(WIDGET), 200));
    let transport =
        Hyper::builder().env_proxies(false).max_concurrent(4).build().unwrap();
    let client = Client::builder(KEY)
        .base_url(server.url())
        .transport(transport)
        .build()
        .unwrap();
    let calls: Vec<_> = (0..200)
        .map(|_| tokio::spawn(client.widgets().retrieve("w").into_future()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let connections = server.seen().iter().map(|seen| seen.connection).max();
    assert!(connections < Some(4), "{connections:?}");
}

#[tokio::test]
async fn refused_connection_and_cancellation() {
    let client = Client::builder(KEY)
        .base_url("http://127.0.0.1:1/v1/")
        .max_retries(0)
        .build()
        .unwrap();
    let error = client.widgets().expire("w").await.unwrap_err();
    assert_eq!((error.kind(), error.meta().attempts()), (ErrorKind::Connection, 1));
    assert!(error.meta().idempotency_key().is_some());

    let server = TestServer::script([stalled(Vec::new())]);
    let call = self::client(&server).widgets().expire("w").into_future();
    assert!(tokio::time::timeout(Duration::from_millis(100), call).await.is_err());
}

#[test]
fn call_outside_a_runtime_is_rejected() {
    let client = Client::new(KEY).unwrap();
    let mut call = Box::pin(client.widgets().retrieve("w").into_future());
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = call.as_mut().poll(&mut cx) else {
        panic!("pending")
    };
    assert_eq!(error.kind(), ErrorKind::InvalidCall);
}

#[test]
fn clients_are_sync_and_calls_are_send() {
    fn shared<T: Clone + Send + Sync + 'static>(_: &T) {}
    fn movable<T: Send + 'static>(_: &T) {}
    let client = Client::new(KEY).unwrap();
    shared(&client);
    shared(&client.widgets());
    movable(&client.widgets().retrieve("w"));
    movable(&client.widgets().retrieve("w").into_future());
    movable(&client.widgets().list(ListWidgets::new()).items());
}
