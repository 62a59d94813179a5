//! Events without a signature: alone, and in the envelopes of services that forward
//! them.

use std::error::Error;

use serde_json::{Value, json};
use stripe_sessions::Timestamp;
use stripe_sessions::events::{Event, EventType};
use stripe_sessions::testing::SignatureHeader;
use stripe_sessions::webhook::{self, Verifier, WebhookErrorKind};

fn event() -> Value {
    json!({
        "id": "evt_1", "object": "event", "api_version": null, "created": 1, "livemode": false,
        "pending_webhooks": 0, "request": null, "type": "checkout.session.completed",
        "data": {"object": {"id": "cs_1", "object": "checkout.session"}},
    })
}

fn thin() -> Value {
    json!({
        "id": "evt_2", "object": "v2.core.event", "context": "acct_1/acct_2",
        "created": "2026-08-26T00:00:00.000Z", "type": "v1.checkout.session.completed",
        "related_object": {
            "id": "cs_1", "type": "checkout.session", "url": "/v1/checkout/sessions/cs_1",
        },
    })
}

/// Returns a payload alone, from AWS EventBridge, and from Azure Event Grid.
fn ways(payload: &Value) -> [Value; 3] {
    let bridge = json!({
        "version": "0", "id": "x", "detail-type": "checkout.session.completed",
        "source": "aws.partner/stripe.com/ed_1", "account": "1", "time": "2026-08-26T00:00:00Z",
        "region": "us-east-1", "resources": [], "detail": payload,
    });
    let grid = json!({
        "specversion": "1.0", "id": "x", "type": "checkout.session.completed",
        "source": "/subscriptions/1", "time": "2026-08-26T00:00:00Z", "data": payload,
    });
    [payload.clone(), bridge, grid]
}

fn read(payload: &Value) -> Result<Event, webhook::WebhookError> {
    Event::from_unverified_json(payload.to_string().as_bytes())
}

fn refused(payload: &Value) -> webhook::WebhookError {
    read(payload).unwrap_err()
}

#[test]
fn events_are_the_same_in_every_envelope() {
    let plain: Event = serde_json::from_value(event()).unwrap();
    for payload in ways(&event()) {
        let event = read(&payload).unwrap();
        assert_eq!(event, plain, "{payload}");
        assert_eq!(event.type_, EventType::CheckoutSessionCompleted);
        assert_eq!(event.data.object.get("id"), Some(&json!("cs_1")));
    }
    // An event has its own `data`, whatever other members it has.
    let mut odd = event();
    odd["specversion"] = json!("1.0");
    odd["detail"] = json!({"object": "event"});
    assert_eq!(read(&odd).unwrap(), plain);
}

#[test]
fn thin_events_are_recognized_and_kept() {
    for payload in ways(&thin()) {
        let error = refused(&payload);
        assert_eq!(error.kind(), WebhookErrorKind::ThinEvent, "{payload}");
        assert_eq!(error.payload().unwrap().to_value(), thin(), "{payload}");
    }
}

#[test]
fn payloads_that_are_not_events_are_rejected() {
    for object in
        [json!({"object": "charge"}), json!({"object": null}), json!({"id": "x"})]
    {
        for payload in ways(&object) {
            let error = refused(&payload);
            assert_eq!(error.kind(), WebhookErrorKind::NotAnEvent, "{payload}");
            assert_eq!(error.payload().unwrap().to_value(), object, "{payload}");
        }
    }
    for inside in [json!(null), json!([event()]), json!("event"), json!(1)] {
        for payload in ways(&inside) {
            assert_eq!(
                refused(&payload).kind(),
                WebhookErrorKind::NotAnEvent,
                "{payload}"
            );
        }
    }
    // Envelopes that contradict themselves, and one in another.
    let [_, bridge, grid] = ways(&event());
    for payload in [
        json!({"data": event()}),
        json!({"detail": bridge}),
        json!({"specversion": "1.0", "data": grid}),
        json!({"specversion": "1.0", "detail": event()}),
    ] {
        assert_eq!(refused(&payload).kind(), WebhookErrorKind::NotAnEvent, "{payload}");
    }
}

#[test]
fn what_cannot_be_read_says_where() {
    let mut broken = event();
    broken["data"] = json!({});
    for payload in ways(&broken) {
        let error = refused(&payload);
        assert_eq!(error.kind(), WebhookErrorKind::Malformed, "{payload}");
        assert!(error.to_string().contains("`data`"), "{error}");
        assert!(error.source().unwrap().to_string().contains("`object`"), "{error}");
    }
    for payload in ["", "{", "{\"object\":\"event\"} x", "\u{feff}{}"] {
        let error = Event::from_unverified_json(payload.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), WebhookErrorKind::Malformed, "{payload}");
    }
}

/// Envelopes are not opened where a signature is required: Stripe signs events only.
#[test]
fn a_verifier_takes_no_envelope() {
    let verifier = Verifier::new(["whsec_x"]).unwrap().clock(|| Timestamp::from_unix(1));
    let signer = SignatureHeader::new("whsec_x").timestamp(Timestamp::from_unix(1));
    let read = |payload: &Value| {
        let payload = payload.to_string();
        verifier.event(payload.as_bytes(), signer.sign(&payload)).map(|event| event.id)
    };
    let [alone, bridge, grid] = ways(&event());
    assert_eq!(read(&alone).unwrap(), "evt_1");
    for payload in [bridge, grid] {
        assert_eq!(read(&payload).unwrap_err().kind(), WebhookErrorKind::NotAnEvent);
    }
    let error = read(&thin()).unwrap_err();
    assert_eq!(error.kind(), WebhookErrorKind::ThinEvent);
    assert_eq!(error.payload().unwrap().to_value(), thin());
}
