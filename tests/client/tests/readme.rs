//! The example of the README, compiled as it stands and run against a server of our own.

#![allow(clippy::expect_used, reason = "tests")]

use client_tests::server::{Answer, Server};
use stripe_sessions::Error;

const SESSION: &str = r#"{
    "id": "cs_test_1", "object": "checkout.session", "automatic_tax": {"enabled": false},
    "created": 1, "custom_fields": [], "custom_text": {}, "expires_at": 2, "livemode": false,
    "mode": "payment", "payment_method_types": ["card"], "payment_status": "unpaid",
    "shipping_options": [], "url": "https://checkout.example/c/pay"
}"#;

/// Never called: it needs a real key. That it compiles is the test.
#[allow(dead_code, reason = "compiled, not run")]
async fn as_it_stands() -> Result<(), Error> {
    include!(concat!(env!("OUT_DIR"), "/readme.rs"));
    Ok(())
}

async fn against(url: &str) -> Result<(), Error> {
    include!(concat!(env!("OUT_DIR"), "/readme_local.rs"));
    Ok(())
}

#[tokio::test]
async fn the_example_runs() {
    let server = Server::start(Answer::json(200, SESSION));
    against(&server.url()).await.expect("the example succeeds");
    let seen = server.seen();
    assert_eq!(seen.len(), 1);
    assert_eq!(
        (seen[0].method.as_str(), seen[0].path()),
        ("POST", "/v1/checkout/sessions")
    );
    assert_eq!(seen[0].header("idempotency-key"), ["cart-4711"]);
    assert_eq!(
        seen[0].body,
        "line_items[0][price]=price_123&line_items[0][quantity]=2&mode=payment&success_url=\
         https%3A%2F%2Fshop.example%2Fthanks%3Fsession_id%3D%7BCHECKOUT_SESSION_ID%7D"
    );
}
