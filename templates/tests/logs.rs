//! Checks that no log of the crate or its dependencies, at any level, contains a secret,
//! whatever happens to a call on a real connection. It is a test target of its own,
//! since it installs global loggers.
#![cfg(all(feature = "tracing", feature = "hyper"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod support;

use std::time::Duration;

use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::transport::Hyper;
use stripe_runtime::{Call, Client, Error, Method};
use support::authority::Authority;
use support::in_parallel;
use support::log::Log;
use test_support::server::{Exchange, Step, TestServer, bytes, exchange, full_response};

const KEY: &str = "sk_test_hush";
const BODY: &str = r#"{"id":"w_1","object":"widget","created":1,"livemode":false,
    "mode":"payment","modes":[],"client_secret":"hush_body"}"#;
/// Log messages of ureq that cannot be turned off: URLs with their queries, and every
/// byte that is sent and received. The documentation of the feature `blocking` warns
/// about them.
const KNOWN: [&str; 2] = ["DEBUG ureq::run ", "TRACE ureq_proto::util "];

/// Outcomes of a call, with the number of retries.
fn outcomes() -> Vec<(Vec<Exchange>, u32)> {
    let wrong = r#"{"id":"w","created":"hush_created"}"#;
    let error =
        r#"{"error":{"message":"No.","payment_intent":{"client_secret":"hush_pi"}}}"#;
    vec![
        (vec![], 0),
        (vec![bytes(full_response(500, "X-Secret: hush_header\r\n", "hush_500"))], 1),
        (vec![bytes(full_response(402, "Set-Cookie: hush_cookie\r\n", error))], 0),
        (vec![bytes(full_response(200, "", wrong))], 0),
        (vec![bytes(full_response(200, "", "hush, no JSON"))], 0),
        (vec![bytes("hush, no HTTP\r\n\r\n")], 0),
        (vec![bytes(full_response(302, "Location: https://hush.example/\r\n", ""))], 0),
        (vec![exchange([Step::Close]), exchange([Step::Reset])], 2),
        (
            vec![exchange([
                Step::Write(
                    b"HTTP/1.1 200 X\r\nContent-Length: 99\r\n\r\nhush".to_vec(),
                ),
                Step::Close,
            ])],
            1,
        ),
        (vec![exchange([Step::Hang])], 0),
    ]
}

/// A POST, a GET with parameters in the query, and a raw call.
fn calls<M>(
    client: &stripe_runtime::client::Client<M>,
) -> Vec<Call<stripe_runtime::RawObject, M>> {
    let params = CreateWidget::new("hush_name").password("hush_password");
    let raw = client.raw(Method::Get, "/v1/x?q=hush_path", [("k", "hush_value")]);
    let calls = [
        client.widgets().create(params).idempotency_key("hush_key").returning(),
        client
            .widgets()
            .retrieve("hush_id")
            .extra_param("email", "hush_mail")
            .returning(),
        raw,
    ];
    let own = |call: Call<_, M>| {
        call.header("X-Own", "hush_own").timeout(Duration::from_millis(400))
    };
    calls.into_iter().map(own).collect()
}

fn typed<T, M>(call: Call<T, M>) -> Call<stripe_runtime::stand_in::Widget, M> {
    call.returning()
}

async fn awaited(client: &Client, retries: u32) {
    for call in calls(client) {
        let _: Result<_, Error> = typed(call.max_retries(retries)).await;
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

#[cfg(feature = "blocking")]
fn blocking(url: &str, retries: u32) {
    let client = stripe_runtime::blocking::Client::builder(KEY).base_url(url);
    let client = client.env_proxies(false).build().unwrap();
    for call in calls(&client) {
        let _ = typed(call.max_retries(retries)).send();
    }
}

#[cfg(feature = "reqwest")]
fn reqwest(url: &str, retries: u32) {
    let builder = || ::reqwest::Client::builder().no_proxy();
    let transport = stripe_runtime::transport::Reqwest::new(builder).unwrap();
    let client =
        Client::builder(KEY).base_url(url).transport(transport).build().unwrap();
    runtime().block_on(awaited(&client, retries));
}

fn hyper(url: &str, retries: u32, trusted: Option<&Authority>) {
    let mut builder = Hyper::builder().env_proxies(false);
    if let Some(authority) = trusted {
        builder = builder.root_certificate(authority.der());
    }
    let transport = builder.build().unwrap();
    let client =
        Client::builder(KEY).base_url(url).transport(transport).build().unwrap();
    runtime().block_on(awaited(&client, retries));
}

#[test]
fn no_log_contains_a_secret() {
    let log = Log::default();
    tracing::subscriber::set_global_default(log.clone()).unwrap();
    log::set_boxed_logger(Box::new(log.clone())).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    in_parallel(outcomes(), |(exchanges, retries)| {
        // Each call of each client meets the same faults.
        let server = || {
            TestServer::start(
                vec![exchanges.clone(); 3].concat(),
                full_response(200, "", BODY),
            )
        };
        hyper(&server().url(), retries, None);
        #[cfg(feature = "blocking")]
        blocking(&server().url(), retries);
        #[cfg(feature = "reqwest")]
        reqwest(&server().url(), retries);
    });
    let authority = Authority::new("own");
    for trusted in [Some(&authority), None] {
        let server = authority.issue("127.0.0.1").serve(full_response(200, "", BODY));
        hyper(&server.url(), 0, trusted);
    }
    // Nothing listens on this port.
    hyper("http://127.0.0.1:1", 1, None);
    let contents = log.contents();
    let known = |line: &&str| KNOWN.iter().any(|known| line.starts_with(known));
    for line in contents.lines().filter(|line| !known(line)) {
        assert!(!line.contains("hush"), "{line}");
        assert!(
            !line.contains(&format!("{:?}", b"hush").replace(['[', ']'], "")),
            "{line}"
        );
        assert!(!line.contains("68757368"), "{line}");
    }
    // Both loggers received messages.
    for part in ["span stripe", "status=500", "status=402", "delay_ms=", "failure="] {
        assert!(contents.contains(part), "{part} is missing in {contents}");
    }
    let warned_of = contents.lines().filter(known).any(|line| line.contains("hush"));
    let warning = cfg!(feature = "blocking");
    assert_eq!(
        warned_of, warning,
        "the documentation must warn exactly if ureq logs secrets"
    );
}
