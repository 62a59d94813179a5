//! Which attempts are repeated, when, and with which key.

use std::time::Duration;

use crate::support::{Fixed, MockResponse, MockTransport, WIDGET, answer, with};
use stripe_runtime::ErrorKind;
use stripe_runtime::stand_in::params::{CreateWidget, ListWidgets};

const LOCK: &str = r#"{"error":{"type":"invalid_request_error","code":"lock_timeout"}}"#;
const RATE: &str = r#"{"error":{"type":"invalid_request_error","code":"rate_limit"}}"#;

fn cut(status: u16, should_retry: Option<&str>) -> MockResponse {
    let header = should_retry.map(|value| ("Stripe-Should-Retry", value.to_owned()));
    MockResponse::Cut(status, header.into_iter().collect())
}

/// Every row of the table: whether a first attempt that ends like this is followed by a second.
#[tokio::test]
async fn each_kind_of_outcome_is_repeated_or_not() {
    let told = |status, value| with(status, "Stripe-Should-Retry", value, "{}");
    let rows = [
        ("reset", MockResponse::Refused, true),
        ("timeout", MockResponse::Late, true),
        ("certificate", MockResponse::Certificate, false),
        ("unsupported", MockResponse::Unsupported, false),
        ("cut off in a success", cut(200, None), true),
        ("cut off in a 500", cut(500, None), true),
        ("cut off in a 409", cut(409, None), true),
        ("cut off in a 400", cut(400, None), false),
        ("cut off in a 429", cut(429, None), false),
        ("cut off, told not to", cut(200, Some("false")), false),
        ("cut off in a 400, told to", cut(400, Some("true")), true),
        ("409", answer(409, "{}"), true),
        ("429 lock", answer(429, LOCK), true),
        ("429 rate", answer(429, RATE), false),
        ("429 without body", answer(429, ""), false),
        ("400 with the code of a lock", answer(400, LOCK), false),
        ("500", answer(500, "{}"), true),
        ("502 HTML", answer(502, "<html>"), true),
        ("503", answer(503, ""), true),
        ("404 HTML", answer(404, "<html>"), false),
        ("301", answer(301, ""), false),
        ("304", answer(304, ""), false),
        ("400", answer(400, "{}"), false),
        ("401", answer(401, "{}"), false),
        ("402", answer(402, "{}"), false),
        ("403", answer(403, "{}"), false),
        ("404", answer(404, "{}"), false),
        ("418", answer(418, "{}"), false),
        ("400 told to", told(400, "true"), true),
        ("429 told to", told(429, "true"), true),
        ("500 told not to", told(500, "false"), false),
        ("409 told not to", told(409, "false"), false),
        ("500 told something else", told(500, "FALSE"), true),
        ("400 told something else", told(400, "True"), false),
        ("2xx that is not JSON", answer(200, "<html>"), false),
        ("2xx told to, not JSON", told(200, "true"), false),
    ];
    for (name, turn, repeated) in rows {
        let script = MockTransport::new([turn, answer(200, WIDGET)]);
        let result = script.client().widgets().create(CreateWidget::new("x")).await;
        assert_eq!(script.requests().len(), 1 + usize::from(repeated), "{name}");
        assert_eq!(result.is_ok(), repeated, "{name}");
        if let Err(error) = result {
            assert!(error.meta().idempotency_key().is_some(), "{name}");
            assert_eq!(error.meta().attempts(), 1, "{name}");
        }
    }
}

#[tokio::test]
async fn no_more_attempts_than_allowed() {
    for (retries, attempts) in [(0, 1), (1, 2), (2, 3), (7, 8)] {
        let script =
            MockTransport::new(std::iter::repeat_n(answer(500, "{}"), attempts));
        let call = script.client().widgets().expire("w_1").max_retries(retries);
        let error = call.await.unwrap_err();
        assert_eq!(script.requests().len(), attempts);
        assert_eq!(error.meta().attempts() as usize, attempts);
    }
    // Two by default, and none if a client says none.
    let script = MockTransport::new(std::iter::repeat_n(MockResponse::Refused, 3));
    let error = script.client().widgets().retrieve("w_1").await.unwrap_err();
    assert_eq!((script.requests().len(), error.kind()), (3, ErrorKind::Connection));
    let script = MockTransport::new([MockResponse::Refused]);
    let client = script.builder().max_retries(0).build().unwrap();
    assert!(client.widgets().retrieve("w_1").await.is_err());
}

#[tokio::test]
async fn delays_double_and_stay_in_their_bounds() {
    let bounds = [
        (250, 500),
        (500, 1000),
        (1000, 2000),
        (2000, 4000),
        (2500, 5000),
        (2500, 5000),
    ];
    for byte in [0, 1, 77, 128, 254, 255] {
        let script = MockTransport::new(std::iter::repeat_n(answer(503, ""), 7));
        let client = script.builder().random(Fixed(byte)).build().unwrap();
        assert!(client.widgets().retrieve("w").max_retries(6).await.is_err());
        let sleeps = script.sleeps();
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
        let script = MockTransport::new([
            with(503, "Retry-After", value, ""),
            answer(200, WIDGET),
        ]);
        let client = script.builder().random(Fixed(0)).build().unwrap();
        client.widgets().retrieve("w").await.unwrap();
        assert_eq!(script.sleeps(), [Duration::from_millis(expected)], "{value}");
    }
    // It does not turn a stop into a retry.
    let script = MockTransport::new([with(429, "Retry-After", "1", RATE)]);
    assert!(script.client().widgets().retrieve("w").await.unwrap_err().is_rate_limit());
}

#[tokio::test]
async fn all_attempts_are_the_same_request() {
    let script = MockTransport::new([
        MockResponse::Refused,
        answer(500, ""),
        answer(200, WIDGET),
    ]);
    let client = script.client();
    let widget = client.widgets().create(CreateWidget::new("x")).await.unwrap();
    let requests = script.requests();
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
    let script = MockTransport::new(std::iter::repeat_n(answer(200, WIDGET), 6));
    let client = script.builder().random(Real).build().unwrap();
    let widgets = client.widgets();
    widgets.create(CreateWidget::new("x")).max_retries(0).await.unwrap();
    widgets.expire("w_1").await.unwrap();
    widgets.retrieve("w_1").await.unwrap();
    widgets.delete("w_1").await.unwrap();
    widgets.expire("w_1").idempotency_key(" mine ").await.unwrap();
    widgets.retrieve("w_1").idempotency_key("mine").await.unwrap();
    let requests = script.requests();
    let keys: Vec<_> =
        requests.iter().map(|r| r.headers().get("idempotency-key")).collect();
    assert!(keys[0].is_some() && keys[1].is_some() && keys[0] != keys[1]);
    assert_eq!(keys[2..], [None, None, Some("mine"), Some("mine")]);
}

#[tokio::test]
async fn unusable_keys_are_refused() {
    let script = MockTransport::new([answer(200, WIDGET)]);
    let widgets = script.client().widgets();
    for key in ["", "  ", "ü", "a\nb", "a".repeat(256).as_str()] {
        let error = widgets.expire("w").idempotency_key(key).await.unwrap_err();
        assert!(error.is_invalid_call(), "{key}");
        assert_eq!(error.meta().idempotency_key(), Some(key));
    }
    widgets.expire("w").idempotency_key("a".repeat(255)).await.unwrap();
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test]
async fn a_deadline_ends_the_attempts_and_limits_them() {
    let script = MockTransport::new(std::iter::repeat_n(answer(500, ""), 9));
    let client = script.builder().random(Fixed(255)).build().unwrap();
    let call =
        client.widgets().retrieve("w").max_retries(8).deadline(Duration::from_secs(10));
    assert!(call.await.is_err());
    // 0.5 + 1 + 2 + 4 seconds have passed; 5 more would be too many.
    let left: Vec<_> =
        script.limits().iter().map(|limits| limits.timeout.as_millis()).collect();
    assert_eq!(left, [10_000, 9_500, 8_500, 6_500, 2_500]);
}

#[tokio::test]
async fn timeouts_come_from_call_client_or_default() {
    let script = MockTransport::new(std::iter::repeat_n(answer(200, WIDGET), 4));
    let widgets = script.client().widgets();
    widgets.retrieve("w").await.unwrap();
    let client = script.builder().timeout(Duration::from_secs(20)).build().unwrap();
    client.widgets().retrieve("w").await.unwrap();
    client.widgets().retrieve("w").timeout(Duration::from_secs(30)).await.unwrap();
    client.widgets().retrieve("w").timeout(Duration::ZERO).await.unwrap();
    let limits = script.limits();
    let timeouts: Vec<_> =
        limits.iter().map(|limits| limits.timeout.as_secs()).collect();
    assert_eq!(timeouts, [80, 20, 30, 20]);
    let connects: Vec<_> =
        limits.iter().map(|limits| limits.connect_timeout.as_secs()).collect();
    assert_eq!(connects, [30, 20, 30, 20]);
}

#[test]
fn the_blocking_client_retries_in_the_same_way() {
    let script = MockTransport::new([
        MockResponse::Refused,
        MockResponse::Cut(200, Vec::new()),
        answer(200, WIDGET),
    ]);
    let widget =
        script.blocking().widgets().create(CreateWidget::new("x")).send().unwrap();
    assert_eq!((widget.id.as_str(), widget.meta().attempts()), ("w_1", 3));
    assert_eq!(script.sleeps().len(), 2);
    let script = MockTransport::new([answer(400, "{}")]);
    let error = script.blocking().widgets().list(ListWidgets::new()).send().unwrap_err();
    assert!(error.is_invalid_request());
}

struct Real;

impl stripe_runtime::Random for Real {
    fn fill(&self, buffer: &mut [u8]) -> std::io::Result<()> {
        getrandom::fill(buffer).map_err(|_| std::io::ErrorKind::Other.into())
    }
}
