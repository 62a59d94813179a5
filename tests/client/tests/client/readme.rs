//! The README's example, compiled unchanged and run against a local server.

use std::sync::OnceLock;

use client_tests::server::{TestServer, response};

const SESSION: &str = r#"{
    "id": "cs_test_1", "object": "checkout.session", "automatic_tax": {"enabled": false},
    "created": 1, "custom_fields": [], "custom_text": {}, "expires_at": 2, "livemode": false,
    "mode": "payment", "payment_method_types": ["card"], "payment_status": "unpaid",
    "shipping_options": [], "url": "https://checkout.example/c/pay"
}"#;

static URL: OnceLock<String> = OnceLock::new();

fn url() -> &'static str {
    URL.get().expect("the server has started")
}

/// Never called, because it needs a real key: the test is that it compiles.
#[allow(dead_code, reason = "compiled, not run")]
mod unchanged {
    include!(concat!(env!("OUT_DIR"), "/readme.rs"));
}

mod local {
    include!(concat!(env!("OUT_DIR"), "/readme_local.rs"));
}

/// The example has a `main` with a runtime of its own.
#[test]
fn the_example_runs() {
    let server = TestServer::always(response(200, "", SESSION));
    URL.set(server.url()).expect("set once");
    local::main().expect("the example succeeds");
    let seen = server.seen();
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].method(), seen[0].path()), ("POST", "/v1/checkout/sessions"));
    assert_eq!(seen[0].header("idempotency-key").len(), 1);
    assert_eq!(
        seen[0].body,
        "line_items[0][price]=price_123&line_items[0][quantity]=2&mode=payment&success_url=\
         https%3A%2F%2Fshop.example%2Fthanks%3Fsession_id%3D%7BCHECKOUT_SESSION_ID%7D"
    );
}
