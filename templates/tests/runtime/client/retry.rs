//! Retries: their conditions, delays and idempotency keys.

use std::time::Duration;

use crate::support::{
    Fixed, MockResponse, MockTransport, WIDGET, response, response_with_header,
};
use stripe_runtime::ErrorKind;
use stripe_runtime::stand_in::params::{CreateWidget, ListWidgets};

const LOCK: &str = r#"{"error":{"type":"invalid_request_error","code":"lock_timeout"}}"#;
const RATE: &str = r#"{"error":{"type":"invalid_request_error","code":"rate_limit"}}"#;

fn cut(status: u16, should_retry: Option<&str>) -> MockResponse {
    let header = should_retry.map(|value| ("Stripe-Should-Retry", value.to_owned()));
    MockResponse::CutOff(status, header.into_iter().collect())
}

/// Each row holds the outcome of a first attempt, and whether a second one must follow.
#[tokio::test]
async fn retry_decision_for_each_outcome() {
    let with_should_retry =
        |status, value| response_with_header(status, "Stripe-Should-Retry", value, "{}");
    let rows = [
        ("reset", MockResponse::ConnectionError, true),
        ("timeout", MockResponse::Timeout, true),
        ("certificate", MockResponse::Certificate, false),
        ("unsupported", MockResponse::Unsupported, false),
        ("cut off in a success", cut(200, None), true),
        ("cut off in a 500", cut(500, None), true),
        ("cut off in a 409", cut(409, None), true),
        ("cut off in a 400", cut(400, None), false),
        ("cut off in a 429", cut(429, None), false),
        ("cut off, Should-Retry: false", cut(200, Some("false")), false),
        ("cut off in a 400, Should-Retry: true", cut(400, Some("true")), true),
        ("409", response(409, "{}"), true),
        ("429 lock", response(429, LOCK), true),
        ("429 rate", response(429, RATE), false),
        ("429 without body", response(429, ""), false),
        ("400 with the code of a lock", response(400, LOCK), false),
        ("500", response(500, "{}"), true),
        ("502 HTML", response(502, "<html>"), true),
        ("503", response(503, ""), true),
        ("404 HTML", response(404, "<html>"), false),
        ("301", response(301, ""), false),
        ("304", response(304, ""), false),
        ("400", response(400, "{}"), false),
        ("401", response(401, "{}"), false),
        ("402", response(402, "{}"), false),
        ("403", response(403, "{}"), false),
        ("404", response(404, "{}"), false),
        ("418", response(418, "{}"), false),
        ("400, Should-Retry: true", with_should_retry(400, "true"), true),
        ("429, Should-Retry: true", with_should_retry(429, "true"), true),
        ("500, Should-Retry: false", with_should_retry(500, "false"), false),
        ("409, Should-Retry: false", with_should_retry(409, "false"), false),
        ("500, invalid Should-Retry", with_should_retry(500, "FALSE"), true),
        ("400, invalid Should-Retry", with_should_retry(400, "True"), false),
        ("2xx that is not JSON", response(200, "<html>"), false),
        (
            "2xx that is not JSON, Should-Retry: true",
            with_should_retry(200, "true"),
            false,
        ),
    ];
    for (name, outcome, retried) in rows {
        let mock = MockTransport::new([outcome, response(200, WIDGET)]);
        let result = mock.client().widgets().create(CreateWidget::new("x")).await;
        assert_eq!(mock.requests().len(), 1 + usize::from(retried), "{name}");
        assert_eq!(result.is_ok(), retried, "{name}");
        if let Err(error) = result {
            assert!(error.meta().idempotency_key().is_some(), "{name}");
            assert_eq!(error.meta().attempts(), 1, "{name}");
        }
    }
}

#[tokio::test]
async fn retries_are_limited() {
    for (retries, attempts) in [(0, 1), (1, 2), (2, 3), (7, 8)] {
        let mock =
            MockTransport::new(std::iter::repeat_n(response(500, "{}"), attempts));
        let call = mock.client().widgets().expire("w_1").max_retries(retries);
        let error = call.await.unwrap_err();
        assert_eq!(mock.requests().len(), attempts);
        assert_eq!(error.meta().attempts() as usize, attempts);
    }
    // The default is two retries; a client can disable them.
    let mock = MockTransport::new(std::iter::repeat_n(MockResponse::ConnectionError, 3));
    let error = mock.client().widgets().retrieve("w_1").await.unwrap_err();
    assert_eq!((mock.requests().len(), error.kind()), (3, ErrorKind::Connection));
    let mock = MockTransport::new([MockResponse::ConnectionError]);
    let client = mock.builder().max_retries(0).build().unwrap();
    assert!(client.widgets().retrieve("w_1").await.is_err());
}

#[tokio::test]
async fn delays_double_within_bounds() {
    let bounds = [
        (250, 500),
        (500, 1000),
        (1000, 2000),
        (2000, 4000),
        (2500, 5000),
        (2500, 5000),
    ];
    for byte in [0, 1, 77, 128, 254, 255] {
        let mock = MockTransport::new(std::iter::repeat_n(response(503, ""), 7));
        let client = mock.builder().random(Fixed(byte)).build().unwrap();
        assert!(client.widgets().retrieve("w").max_retries(6).await.is_err());
        let sleeps = mock.sleeps();
        assert_eq!(sleeps.len(), 6);
        for (sleep, (low, high)) in sleeps.iter().zip(bounds) {
            let (low, high) = (Duration::from_millis(low), Duration::from_millis(high));
            assert!((low..=high).contains(sleep), "{sleep:?}");
            if byte == 0 {
                assert_eq!(*sleep, low);
            }
            if byte == 255 {
                assert_eq!(*sleep, high);
            }
        }
    }
}

#[tokio::test]
async fn retry_after_is_a_floor() {
    let rows = [
        ("3", 3000),
        ("60", 60_000),
        ("0", 250),
        ("61", 250),
        ("-1", 250),
        ("1.5", 250),
    ];
    for (value, expected) in
        rows.into_iter().chain([("", 250), ("Wed, 21 Oct 2026 07:28:00 GMT", 250)])
    {
        let mock = MockTransport::new([
            response_with_header(503, "Retry-After", value, ""),
            response(200, WIDGET),
        ]);
        let client = mock.builder().random(Fixed(0)).build().unwrap();
        client.widgets().retrieve("w").await.unwrap();
        assert_eq!(mock.sleeps(), [Duration::from_millis(expected)], "{value}");
    }
    // `Retry-After` alone does not cause a retry.
    let mock = MockTransport::new([response_with_header(429, "Retry-After", "1", RATE)]);
    assert!(mock.client().widgets().retrieve("w").await.unwrap_err().is_rate_limit());
}

#[tokio::test]
async fn all_attempts_are_the_same_request() {
    let mock = MockTransport::new([
        MockResponse::ConnectionError,
        response(500, ""),
        response(200, WIDGET),
    ]);
    let client = mock.client();
    let widget = client.widgets().create(CreateWidget::new("x")).await.unwrap();
    let requests = mock.requests();
    let key = requests[0].headers().get("Idempotency-Key").unwrap();
    assert_eq!(key, "07070707-0707-4707-8707-070707070707");
    assert_eq!(widget.meta().idempotency_key(), Some(key));
    assert_eq!(widget.meta().attempts(), 3);
    for request in &requests {
        assert_eq!(request.headers(), requests[0].headers());
        assert_eq!(
            (request.url(), request.body()),
            (requests[0].url(), requests[0].body())
        );
    }
}

#[tokio::test]
async fn automatic_keys_are_for_posts_and_differ() {
    let mock = MockTransport::new(std::iter::repeat_n(response(200, WIDGET), 6));
    let client = mock.builder().random(Real).build().unwrap();
    let widgets = client.widgets();
    widgets.create(CreateWidget::new("x")).max_retries(0).await.unwrap();
    widgets.expire("w_1").await.unwrap();
    widgets.retrieve("w_1").await.unwrap();
    widgets.delete("w_1").await.unwrap();
    widgets.expire("w_1").idempotency_key(" mine ").await.unwrap();
    widgets.retrieve("w_1").idempotency_key("mine").await.unwrap();
    let requests = mock.requests();
    let keys: Vec<_> =
        requests.iter().map(|r| r.headers().get("idempotency-key")).collect();
    assert!(keys[0].is_some() && keys[1].is_some() && keys[0] != keys[1]);
    assert_eq!(keys[2..], [None, None, Some("mine"), Some("mine")]);
}

#[tokio::test]
async fn invalid_keys_are_rejected() {
    let mock = MockTransport::new([response(200, WIDGET)]);
    let widgets = mock.client().widgets();
    for key in ["", "  ", "ü", "a\nb", "a".repeat(256).as_str()] {
        let error = widgets.expire("w").idempotency_key(key).await.unwrap_err();
        assert!(error.is_invalid_call(), "{key}");
        assert_eq!(error.meta().idempotency_key(), Some(key));
    }
    widgets.expire("w").idempotency_key("a".repeat(255)).await.unwrap();
    assert_eq!(mock.requests().len(), 1);
}

#[tokio::test]
async fn a_deadline_ends_the_attempts_and_limits_them() {
    let mock = MockTransport::new(std::iter::repeat_n(response(500, ""), 9));
    let client = mock.builder().random(Fixed(255)).build().unwrap();
    let call =
        client.widgets().retrieve("w").max_retries(8).deadline(Duration::from_secs(10));
    assert!(call.await.is_err());
    // 0.5 + 1 + 2 + 4 seconds have passed; 5 more would exceed the deadline.
    let timeouts: Vec<_> =
        mock.limits().iter().map(|limits| limits.timeout.as_millis()).collect();
    assert_eq!(timeouts, [10_000, 9_500, 8_500, 6_500, 2_500]);
}

#[tokio::test]
async fn timeouts_come_from_call_client_or_default() {
    let mock = MockTransport::new(std::iter::repeat_n(response(200, WIDGET), 4));
    let widgets = mock.client().widgets();
    widgets.retrieve("w").await.unwrap();
    let client = mock.builder().timeout(Duration::from_secs(20)).build().unwrap();
    client.widgets().retrieve("w").await.unwrap();
    client.widgets().retrieve("w").timeout(Duration::from_secs(30)).await.unwrap();
    client.widgets().retrieve("w").timeout(Duration::ZERO).await.unwrap();
    let limits = mock.limits();
    let timeouts: Vec<_> =
        limits.iter().map(|limits| limits.timeout.as_secs()).collect();
    assert_eq!(timeouts, [80, 20, 30, 20]);
    let connects: Vec<_> =
        limits.iter().map(|limits| limits.connect_timeout.as_secs()).collect();
    assert_eq!(connects, [30, 20, 30, 20]);
}

#[test]
fn the_blocking_client_retries_in_the_same_way() {
    let mock = MockTransport::new([
        MockResponse::ConnectionError,
        MockResponse::CutOff(200, Vec::new()),
        response(200, WIDGET),
    ]);
    let widget =
        mock.blocking().widgets().create(CreateWidget::new("x")).send().unwrap();
    assert_eq!((widget.id.as_str(), widget.meta().attempts()), ("w_1", 3));
    assert_eq!(mock.sleeps().len(), 2);
    let mock = MockTransport::new([response(400, "{}")]);
    let error = mock.blocking().widgets().list(ListWidgets::new()).send().unwrap_err();
    assert!(error.is_invalid_request());
}

struct Real;

impl stripe_runtime::Random for Real {
    fn fill(&self, buffer: &mut [u8]) -> std::io::Result<()> {
        getrandom::fill(buffer).map_err(|_| std::io::ErrorKind::Other.into())
    }
}
