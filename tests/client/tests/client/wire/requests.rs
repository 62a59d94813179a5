//! Methods, paths, headers and bodies, and calls that are rejected before anything is
//! sent.

use client_tests::server::Request;
use client_tests::wire::{KEY, Wire};
use stripe_sessions::checkout::params::{
    CreateCheckoutSession, ListCheckoutSessions, UpdateCheckoutSession,
};
use stripe_sessions::events::params::ListEvents;
use stripe_sessions::{API_VERSION, AppInfo, Method};

const FORM: &str = "application/x-www-form-urlencoded";

fn names(seen: &Request) -> Vec<String> {
    let mut names: Vec<_> =
        seen.headers.iter().map(|(name, _)| name.to_lowercase()).collect();
    names.sort();
    names
}

/// A POST without parameters has an empty body with a content length of zero; a GET has
/// neither.
#[tokio::test]
async fn headers_of_each_method() {
    let wire = Wire::default();
    let sessions = wire.client.checkout().sessions();
    let post = wire.sent(sessions.expire("cs_1")).await;
    assert_eq!(
        (post.method(), post.target()),
        ("POST", "/v1/checkout/sessions/cs_1/expire")
    );
    assert_eq!(post.body, "");
    assert_eq!(post.header("content-type"), [FORM]);
    assert_eq!(post.header("content-length"), ["0"]);
    let expected = [
        "accept",
        "accept-encoding",
        "authorization",
        "content-length",
        "content-type",
        "host",
        "idempotency-key",
        "stripe-version",
        "user-agent",
    ];
    assert_eq!(names(&post), expected);

    let get = wire.sent(sessions.retrieve("cs_1")).await;
    assert_eq!((get.method(), get.target()), ("GET", "/v1/checkout/sessions/cs_1"));
    assert_eq!(
        names(&get),
        [
            "accept",
            "accept-encoding",
            "authorization",
            "host",
            "stripe-version",
            "user-agent"
        ]
    );

    let delete = wire
        .sent(wire.client.raw(Method::Delete, "/v1/customers/cus_1", [("a", "b")]))
        .await;
    assert_eq!(
        (delete.method(), delete.target()),
        ("DELETE", "/v1/customers/cus_1?a=b")
    );
    assert_eq!(names(&delete), names(&get));
    assert_eq!(delete.body, "");

    for seen in [post, get, delete] {
        assert_eq!(seen.header("authorization"), [format!("Bearer {KEY}")]);
        assert_eq!(seen.header("accept"), ["application/json"]);
        assert_eq!(seen.header("stripe-version"), [API_VERSION]);
        let agent = seen.header("user-agent")[0];
        assert!(agent.starts_with("Stripe/v1 stripe-sessions/"), "{agent}");
    }
}

#[tokio::test]
async fn length_of_a_body() {
    let wire = Wire::default();
    let call = wire
        .client
        .checkout()
        .sessions()
        .create(CreateCheckoutSession::new().cancel_url("é"));
    let seen = wire.sent(call).await;
    assert_eq!(seen.body, "cancel_url=%C3%A9");
    assert_eq!(seen.header("content-length"), ["17"]);
}

/// The crate's version by default; an empty one is ignored.
#[tokio::test]
async fn api_version() {
    let wire = Wire::new(|builder| builder.api_version("2025-01-01.acacia"));
    let sessions = wire.client.checkout().sessions();
    let version = async |call| wire.sent(call).await.header("stripe-version").join(",");
    assert_eq!(version(sessions.retrieve("cs_1")).await, "2025-01-01.acacia");
    let preview = "2026-08-26.preview; name=v1";
    assert_eq!(version(sessions.retrieve("cs_1").api_version(preview)).await, preview);
    assert_eq!(
        version(sessions.retrieve("cs_1").api_version("")).await,
        "2025-01-01.acacia"
    );
    assert_eq!(version(sessions.retrieve("cs_1")).await, "2025-01-01.acacia");
    let wire = Wire::new(|builder| builder.api_version(""));
    let seen = wire.sent(wire.client.events().list(ListEvents::new())).await;
    assert_eq!(seen.header("stripe-version"), [API_VERSION]);
}

#[tokio::test]
async fn account_and_context() {
    let wire = Wire::new(|builder| builder.account(" acct_client "));
    let sessions = wire.client.checkout().sessions();
    let account = async |call| wire.sent(call).await.header("stripe-account").join(",");
    assert_eq!(account(sessions.retrieve("cs_1")).await, "acct_client");
    assert_eq!(
        account(sessions.retrieve("cs_1").account(" acct_call ")).await,
        "acct_call"
    );
    assert_eq!(account(sessions.retrieve("cs_1").account("")).await, "acct_client");
    let tenant = wire.client.with_account("acct_tenant");
    assert_eq!(
        account(tenant.checkout().sessions().retrieve("cs_1")).await,
        "acct_tenant"
    );

    let wire = Wire::new(|builder| builder.context("ctx_client"));
    let sessions = wire.client.checkout().sessions();
    let context = async |call| wire.sent(call).await.header("stripe-context").join(",");
    assert_eq!(context(sessions.retrieve("cs_1")).await, "ctx_client");
    assert_eq!(context(sessions.retrieve("cs_1").context("ctx_call")).await, "ctx_call");
    assert_eq!(context(sessions.retrieve("cs_1").context("")).await, "ctx_client");
    let wire = Wire::new(|builder| builder.context(""));
    let seen = wire.sent(wire.client.checkout().sessions().retrieve("cs_1")).await;
    assert_eq!(seen.header("stripe-context"), Vec::<&str>::new());
}

/// The server may reject the combination; its origin does not matter.
#[tokio::test]
async fn account_with_context_is_rejected() {
    let wire = Wire::default();
    let call = wire.client.checkout().sessions().retrieve("cs_1");
    wire.refused(call.account("acct_1").context("ctx_1")).await;
    let wire = Wire::new(|builder| builder.account("acct_1"));
    wire.refused(wire.client.checkout().sessions().retrieve("cs_1").context("ctx_1"))
        .await;
    let wire = Wire::new(|builder| builder.account("acct_1").context("ctx_1"));
    wire.refused(wire.client.checkout().sessions().list(ListCheckoutSessions::new()))
        .await;
    let wire = Wire::new(|builder| builder.context("ctx_1"));
    let call = wire.client.checkout().sessions().retrieve("cs_1");
    wire.refused(call.header("stripe-ACCOUNT", "acct_1")).await;
}

/// Replaces the default, in any case, and never appears twice.
#[tokio::test]
async fn custom_headers_replace_defaults() {
    let wire =
        Wire::new(|builder| builder.header("X-Own", "client").header("x-other", "o"));
    let sessions = wire.client.checkout().sessions();
    let call = sessions
        .list(ListCheckoutSessions::new())
        .header("x-OWN", "call")
        .header("USER-agent", "mine/1")
        .header("stripe-version", "2020-08-27");
    let seen = wire.sent(call).await;
    assert_eq!(seen.header("x-own"), ["call"]);
    assert_eq!(seen.header("x-other"), ["o"]);
    assert_eq!(seen.header("user-agent"), ["mine/1"]);
    assert_eq!(seen.header("stripe-version"), ["2020-08-27"]);
    for (name, value) in
        [("bad name", "v"), ("", "v"), ("x", "a\r\nEvil: 1"), ("x", "é")]
    {
        wire.refused(sessions.retrieve("cs_1").header(name, value)).await;
    }
}

#[tokio::test]
async fn user_agent_names_the_app() {
    let app = AppInfo::new("Shop").version("1.2").url("https://shop.example");
    let wire = Wire::new(|builder| builder.app_info(app));
    let seen = wire.sent(wire.client.checkout().sessions().retrieve("cs_1")).await;
    let agent = seen.header("user-agent")[0];
    assert!(agent.ends_with(" Shop/1.2 (https://shop.example)"), "{agent}");
}

#[tokio::test]
async fn idempotency_keys() {
    let wire = Wire::default();
    let sessions = wire.client.checkout().sessions();
    let key = async |call| wire.sent(call).await.header("idempotency-key").join(",");
    let create = || sessions.create(CreateCheckoutSession::new());
    assert_eq!(key(create().idempotency_key(" cart-4711 ")).await, "cart-4711");
    let (one, other) = (key(create()).await, key(create()).await);
    assert_eq!(one.len(), 36, "{one}");
    assert_ne!(one, other);
    assert_eq!(key(create().idempotency_key("k".repeat(255))).await.len(), 255);
    for bad in ["", "  ", &"k".repeat(256)] {
        wire.refused(create().idempotency_key(bad)).await;
    }
}

/// Each id is one segment of the path.
#[tokio::test]
async fn ids_are_encoded() {
    let wire = Wire::default();
    let cases = [
        ("cs_test_1", "cs_test_1"),
        ("a/b", "a%2Fb"),
        ("a b+c", "a%20b%2Bc"),
        ("?x=1#y", "%3Fx%3D1%23y"),
        ("%2e%2e", "%252e%252e"),
        ("../x", "..%2Fx"),
        ("...", "..."),
        ("é", "%C3%A9"),
        ("{session}", "%7Bsession%7D"),
    ];
    for (id, segment) in cases {
        let sessions = wire.client.checkout().sessions();
        let seen = wire.sent(sessions.retrieve(id)).await;
        assert_eq!(seen.target(), format!("/v1/checkout/sessions/{segment}"));
        let seen = wire.sent(sessions.expire(id)).await;
        assert_eq!(seen.target(), format!("/v1/checkout/sessions/{segment}/expire"));
    }
}

/// They would name another path.
#[tokio::test]
async fn invalid_ids_are_rejected() {
    let wire = Wire::default();
    let client = &wire.client;
    for id in ["", ".", ".."] {
        let sessions = client.checkout().sessions();
        wire.refused(sessions.retrieve(id)).await;
        wire.refused(sessions.update(id, UpdateCheckoutSession::new())).await;
        wire.refused(sessions.expire(id)).await;
        wire.refused(sessions.list_line_items(id, Default::default())).await;
        wire.refused(client.billing_portal().configurations().retrieve(id)).await;
        wire.refused(
            client.billing_portal().configurations().update(id, Default::default()),
        )
        .await;
        wire.refused(client.events().retrieve(id)).await;
    }
}

/// Calls without a method in the crate have the same headers, key and error handling.
#[tokio::test]
async fn raw_calls() {
    let wire = Wire::default();
    let params = [("email", "a+b@x"), ("items[0][id]", "x"), ("email", "c d")];
    let seen = wire.sent(wire.client.raw(Method::Post, "/v1/customers", params)).await;
    assert_eq!((seen.method(), seen.target()), ("POST", "/v1/customers"));
    assert_eq!(seen.body, "email=a%2Bb%40x&items[0][id]=x&email=c%20d");
    assert_eq!(seen.header("content-type"), [FORM]);
    assert_eq!(seen.header("authorization"), [format!("Bearer {KEY}")]);
    assert_eq!(seen.header("stripe-version"), [API_VERSION]);
    assert_eq!(seen.header("idempotency-key").len(), 1);
    let seen = wire.sent(wire.client.raw(Method::Get, "/v1/customers", params)).await;
    assert_eq!(
        seen.target(),
        "/v1/customers?email=a%2Bb%40x&items[0][id]=x&email=c%20d"
    );
    assert_eq!(seen.body, "");
    let seen = wire.sent(wire.client.raw(Method::Post, "/v1/customers/cus_1", ())).await;
    assert_eq!(seen.header("content-length"), ["0"]);
    let error = wire.client.raw(Method::Get, "/v1/customers", ()).await.unwrap_err();
    assert!(error.is_invalid_request());
}

/// A path could name another host and send the API key there, or reach another object.
#[tokio::test]
async fn raw_paths_to_other_hosts_are_rejected() {
    let wire = Wire::default();
    let paths = [
        "",
        "v1/x",
        "@evil.example/x",
        "//evil.example/x",
        "http://evil.example/",
        ":80/x",
        "/v1/../x",
        "/v1/./x",
        "/v1/%2e%2e/x",
        "/v1/%2E./x",
        "/v1/x/..",
        "/v1/a b",
        "/v1/a#b",
        "/v1/x\r\nHost: evil",
        "/v1\\..\\x",
    ];
    for path in paths {
        wire.refused(wire.client.raw(Method::Get, path, ())).await;
    }
}
