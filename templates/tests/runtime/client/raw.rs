//! Raw calls of API v2: JSON bodies, and idempotency keys for POST and DELETE.

use std::collections::BTreeMap;

use crate::support::KEY;
use serde_json::{Value, json};
use stripe_runtime::client::RawParams;
use stripe_runtime::{Client, ErrorKind, HasId, List, Method, RawObject, Response};
use test_support::server::{TestServer, ok, response};

fn client(server: &TestServer) -> Client {
    Client::builder(KEY).base_url(server.url()).env_proxies(false).build().unwrap()
}

#[tokio::test]
async fn a_post_has_json_in_its_body_on_every_attempt() {
    let server = TestServer::script([response(503, "", ""), ok("{}"), ok("{}")]);
    let client = client(&server);
    let body = json!({"name": "é \"x\"", "tags": [1, null, {"a": true}]});
    let call =
        client.raw(Method::Post, "/v2/core/things", RawParams::json(body.clone()));
    let response = call.account("acct_1").await.unwrap();
    client.raw(Method::Post, "/v2/core/things/t_1/close", ()).await.unwrap();
    let seen = server.seen();
    assert_eq!((seen.len(), response.meta().attempts()), (3, 2));
    for seen in &seen {
        assert_eq!(seen.header("content-type"), ["application/json"]);
        assert_eq!(seen.header("content-length"), [seen.body.len().to_string()]);
        assert_eq!(seen.header("stripe-version"), [stripe_runtime::API_VERSION]);
        assert_eq!(seen.header("idempotency-key").len(), 1);
    }
    assert_eq!(seen[0].header("stripe-account"), ["acct_1"]);
    assert_eq!(serde_json::from_str::<Value>(&seen[0].body).unwrap(), body);
    assert_eq!(seen[0].body, seen[1].body);
    assert_eq!(seen[0].header("idempotency-key"), seen[1].header("idempotency-key"));
    assert_eq!(
        seen[0].header("idempotency-key"),
        [response.meta().idempotency_key().unwrap()]
    );
    assert_eq!(
        (seen[2].line.as_str(), seen[2].body.as_str()),
        ("POST /v2/core/things/t_1/close HTTP/1.1", "{}")
    );
}

/// Types of other crates that implement `Deserialize`.
#[tokio::test]
async fn responses_decode_as_foreign_types() {
    let server = TestServer::script([
        ok(r#"{"a":1,"b":2}"#),
        ok(r#"{"a":1,"b":[true]}"#),
        ok(r#"{"data":[{"id":"x_1"}],"has_more":true,"url":"/v1/x"}"#),
        ok(r#"{"data":[{"id":"x_2"}],"has_more":false,"url":"/v1/x"}"#),
    ]);
    let client = client(&server);
    let call = || client.raw(Method::Get, "/v1/x", ()).returning();
    let numbers: Response<BTreeMap<String, u8>> = call().await.unwrap();
    assert_eq!(numbers.values().sum::<u8>(), 3);
    let error = call().send().await.map(|_: Response<BTreeMap<String, u8>>| ());
    let error = error.unwrap_err();
    assert!(error.is_decode() && error.to_string().contains("`b`"), "{error}");
    assert_eq!(error.meta().raw_body(), br#"{"a":1,"b":[true]}"#);

    let list = client.raw(Method::Get, "/v1/x", ()).returning::<List<RawObject>>();
    let items = list.items().collect_at_most(9).await.unwrap();
    assert_eq!(
        items.iter().map(HasId::id).collect::<Vec<_>>(),
        [Some("x_1"), Some("x_2")]
    );
    assert_eq!(server.seen()[3].line, "GET /v1/x?starting_after=x_1 HTTP/1.1");
}

#[tokio::test]
async fn v2_deletes_have_a_key_and_gets_do_not() {
    let server = TestServer::script((0..4).map(|_| ok("{}")));
    let client = client(&server);
    client.raw(Method::Delete, "/v2/core/things/t_1", [("a", "b c")]).await.unwrap();
    client.raw(Method::Get, "/v2/core/things", [("limit", "1")]).await.unwrap();
    client.raw(Method::Delete, "/v1/things/t_1", ()).await.unwrap();
    let call = client.raw(Method::Delete, "/v2/core/things/t_1", ());
    call.idempotency_key("mine").await.unwrap();
    let seen = server.seen();
    let keys: Vec<_> =
        seen.iter().map(|seen| seen.header("idempotency-key").len()).collect();
    assert_eq!(keys, [1, 0, 0, 1]);
    assert_eq!(seen[3].header("idempotency-key"), ["mine"]);
    assert_eq!(seen[0].line, "DELETE /v2/core/things/t_1?a=b%20c HTTP/1.1");
    assert_eq!(seen[1].line, "GET /v2/core/things?limit=1 HTTP/1.1");
    for seen in &seen {
        assert!(
            seen.body.is_empty() && seen.header("content-type").is_empty(),
            "{seen:?}"
        );
    }
}

#[tokio::test]
async fn error_kinds_of_v2() {
    let body = r#"{"error":{"code":"x","type":"temporary_session_expired"}}"#;
    let server = TestServer::script([response(400, "", body), response(400, "", body)]);
    let client = client(&server);
    let json = RawParams::json(json!({}));
    let error = client.raw(Method::Post, "/v2/things", json.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TemporarySessionExpired);
    let error = client.raw(Method::Post, "/v1/things", json).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}

#[tokio::test]
async fn invalid_combinations_are_rejected() {
    let server = TestServer::script([]);
    let client = client(&server);
    let json = || RawParams::json(json!({"a": 1}));
    let calls = [
        client.raw(Method::Post, "/v2/things", [("a", "1")]),
        client.raw(Method::Post, "/v2/things", ()).extra_param("a", "1"),
        client.raw(Method::Post, "/v2/things", json()).extra_param("a", "1"),
        client.raw(Method::Post, "/v2/things", json()).expand(["a"]),
        client.raw(Method::Get, "/v2/things", json()),
        client.raw(Method::Delete, "/v2/things/t_1", json()),
    ];
    for call in calls {
        let name = format!("{call:?}");
        let error = call.await.unwrap_err();
        assert!(
            error.is_invalid_call() && error.meta().attempts() == 0,
            "{name} {error}"
        );
    }
    assert!(server.seen().is_empty());
    assert_eq!(format!("{:?}", RawParams::json(json!({"a": "hush"}))), r#"["a"]"#);
}

#[cfg(feature = "blocking")]
#[test]
fn the_blocking_client_does_the_same() {
    let server = TestServer::script([ok("{}")]);
    let client = stripe_runtime::blocking::Client::builder(KEY).base_url(server.url());
    let client = client.env_proxies(false).build().unwrap();
    let params = RawParams::json(json!({"a": [1]}));
    client.raw(Method::Post, "/v2/things", params).send().unwrap();
    let seen = &server.seen()[0];
    assert_eq!(seen.header("content-type"), ["application/json"]);
    assert_eq!(seen.body, r#"{"a":[1]}"#);
}
