//! Checks that spans and events contain the facts about a call, but no secrets, at any
//! level. It is a test target of its own: while the only subscriber belongs to one thread,
//! another thread that reaches a span first disables it for the whole process.
#![cfg(all(feature = "tracing", feature = "testing"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::testing::{MockResponse, MockTransport};
use support::log::Log;

const WIDGET: &str = r#"{"id":"w_1","object":"widget","created":1,"livemode":false,"mode":"payment",
    "client_secret":"hush_1","modes":[]}"#;

#[test]
fn a_span_per_call_without_secrets() {
    let log = Log::default();
    tracing::subscriber::with_default(log.clone(), || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let mock = MockTransport::new([
                MockResponse::new(500, "hush_2"),
                MockResponse::ok(WIDGET)
                    .header("Request-Id", "req_1")
                    .header("Stripe-Notice", "old key"),
                MockResponse::new(404, "hush_3"),
            ]);
            let client = mock.client();
            let params = CreateWidget::new("hush_4").password("hush_5");
            client.widgets().create(params).idempotency_key("hush_6").await.unwrap();
            let call = client.widgets().retrieve("hush_7").header("X-Key", "hush_8");
            call.extra_param("email", "hush_9").await.unwrap_err();
        });
    });
    let contents = log.contents();
    let expected = [
        "span stripe method=\"POST\" path=\"/v1/widgets\"",
        "span stripe method=\"GET\" path=\"/v1/widgets/{widget}\"",
        "attempt=1 status=500",
        "attempt=2 status=200",
        "delay_ms=",
        "WARN",
        "notice=\"old key\"",
        "status=404",
        "request_id=\"req_1\"",
        "attempts=2",
        "duration_ms=",
    ];
    for part in expected {
        assert!(contents.contains(part), "{part} is missing in {contents}");
    }
    assert!(!contents.contains("hush") && !contents.contains("sk_test"), "{contents}");
}
