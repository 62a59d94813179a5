//! The objects of events.

use std::future::IntoFuture;

use client_tests::official::CLOVER;
use client_tests::report::{Trial, needing, test};
use client_tests::response::differences::compare;
use client_tests::response::entrances::finish;
use client_tests::response::expected::expected;
use client_tests::response::sample::{Fixture, Form};
use client_tests::response::schema::Schema;
use serde_json::{Value, json};
use stripe_sessions::events::params::ListEvents;
use stripe_sessions::events::{Event, EventObject, EventType};
use stripe_sessions::testing::{MockResponse, MockTransport, SignatureHeader};
use stripe_sessions::webhook::Verifier;

use super::{Outcome, ensure};

pub(crate) fn trials() -> Vec<Trial> {
    let kinds =
        ["billing_portal.configuration", "billing_portal.session", "checkout.session"];
    let mut trials: Vec<_> = kinds
        .into_iter()
        .map(|kind| test(&format!("event_with_{kind}"), move || typed(kind)))
        .collect();
    trials.extend([
        test("event_of_any_version", any_version),
        test("every_event_type_is_named", every_type_is_named),
        test("event_with_an_unknown_object", unknown_object),
        test("event_of_an_old_account", old_account),
        test("event_with_optional_members_of_any_type", odd_members),
        test("event_with_half_an_emoji", half_an_emoji),
        test("event_with_a_broken_object", broken_object),
        needing("event_of_an_older_version", CLOVER.fixtures(), |path| {
            let text =
                std::fs::read_to_string(path).map_err(|error| error.to_string())?;
            let fixtures: Value =
                serde_json::from_str(&text).expect("fixtures are JSON");
            older(&fixtures["resources"])
        }),
    ]);
    trials
}

fn event(object: &Value) -> Value {
    let mut event = Fixture::of("event", Form::Id).json;
    event["data"]["object"] = object.clone();
    event
}

fn read(json: &Value) -> Result<Event, String> {
    serde_json::from_value(json.clone()).map_err(|error| error.to_string())
}

fn typed(kind: &str) -> Outcome {
    let schema = Schema::component(kind).expect("a component");
    for form in [Form::Id, Form::Object, Form::Deleted] {
        let object = Fixture::of(kind, form).json;
        compared(&object, &expected(schema, &object))?;
    }
    Ok(())
}

/// Checks that the object is the same, typed and raw.
fn compared(object: &Value, expected: &Value) -> Outcome {
    let event = read(&event(object))?;
    compare(object, &event.data.object.to_value())?;
    let typed = event.object().map_err(|error| error.to_string())?;
    let known = !matches!(typed, EventObject::Unrecognized(_));
    ensure(known, "the object is of an unknown kind")?;
    compare(expected, &serde_json::to_value(&typed).expect("it can be written"))?;
    Ok(())
}

fn any_version() -> Outcome {
    let versions =
        [json!("2020-08-27"), json!("2099-01-01.zinnia"), json!(""), Value::Null];
    for version in versions {
        let mut json = event(&Fixture::of("checkout.session", Form::Id).json);
        json["api_version"] = version.clone();
        json["type"] = json!("checkout.session.invented");
        let event = read(&json)?;
        ensure(event.api_version.as_deref() == version.as_str(), "the version differs")?;
        ensure(event.type_.as_str() == "checkout.session.invented", "the type differs")?;
        ensure(!event.type_.is_known(), "the type is known")?;
        ensure(event.object().is_ok(), "the object cannot be read")?;
    }
    Ok(())
}

/// Every event of the API has a name, even if the crate has no type for its object.
fn every_type_is_named() -> Outcome {
    let all = EventType::all();
    ensure(all.len() > 250, &format!("only {} types", all.len()))?;
    for name in ["charge.refunded", "invoice.paid", "customer.subscription.deleted"] {
        ensure(EventType::from(name).is_known(), name)?;
    }
    let mut json = event(&json!({"object": "charge", "id": "ch_1"}));
    json["type"] = json!("charge.refunded");
    let event = read(&json)?;
    ensure(event.type_ == EventType::ChargeRefunded, "another type")?;
    let raw = matches!(event.object(), Ok(EventObject::Unrecognized(_)));
    ensure(raw, "the object is not raw")
}

fn unknown_object() -> Outcome {
    let odd = json!({"object": "checkout.session", "id": "x", "deleted": true});
    for object in
        [json!({"object": "invented", "id": "x", "n": [1, null]}), json!({}), odd]
    {
        let event = read(&event(&object))?;
        match event.object() {
            Ok(EventObject::Unrecognized(raw)) => compare(&object, &raw.to_value())?,
            other => return Err(format!("{object} became {other:?}")),
        };
    }
    Ok(())
}

/// Before 2017-05-25, `request` was the id of the request.
fn old_account() -> Outcome {
    let json = r#"{"id":"evt_1","object":"event","type":"x.y","created":1,"livemode":false,
        "pending_webhooks":0,"request":"req_1","data":{"object":{}}}"#;
    for event in everywhere(json)? {
        let request = event.request.ok_or("no request")?;
        ensure(request.id.as_deref() == Some("req_1"), "another request")?;
        ensure(request.idempotency_key.is_none(), "an idempotency key")?;
    }
    Ok(())
}

/// An optional member of any JSON type, or none, never costs the event.
fn odd_members() -> Outcome {
    let json = event(&json!({"object": "charge", "id": "ch_1"}));
    let members = json.as_object().ok_or("not an object")?.keys().cloned();
    let needed = ["id", "object", "type", "data"];
    let mut places: Vec<Vec<String>> = members
        .filter(|key| !needed.contains(&key.as_str()))
        .map(|key| vec![key])
        .collect();
    ensure(places.len() >= 7, "members are missing")?;
    for (parent, key) in [
        ("data", "previous_attributes"),
        ("request", "id"),
        ("request", "idempotency_key"),
    ] {
        places.push(vec![parent.to_owned(), key.to_owned()]);
    }
    for place in &places {
        for probe in [
            json!(null),
            json!(true),
            json!(7),
            json!(-1.5),
            json!(u64::MAX),
            json!("x"),
            json!([1]),
            json!({"id": 7, "x": [{}]}),
        ] {
            let mut odd = json.clone();
            let target = place.iter().fold(&mut odd, |at, key| &mut at[key.as_str()]);
            *target = probe.clone();
            let events = everywhere(&odd.to_string());
            for event in events.map_err(|error| format!("{place:?} {probe}: {error}"))? {
                ensure(event.data.object.get("id").is_some(), "the object is lost")?;
            }
        }
    }
    let bare =
        r#"{"id":"evt_1","object":"event","type":"x.y","data":{"object":{"id":1}}}"#;
    everywhere(bare).map(drop)?;
    Ok(())
}

/// Half of a surrogate pair becomes U+FFFD, in values and in keys.
fn half_an_emoji() -> Outcome {
    let json = r#"{"id":"evt_1","object":"event","type":"x.y","data":{"object":
        {"note":"abc\ud83d","k\ude00":"\ud83d\ude00"}}}"#;
    for event in [verified(json)?, forwarded(json)?, listed(json)?] {
        let object = event.data.object;
        ensure(object.get("note") == Some(&json!("abc\u{fffd}")), "another note")?;
        ensure(object.get("k\u{fffd}") == Some(&json!("\u{1f600}")), "another key")?;
    }
    Ok(())
}

/// Reads an event in all ways.
fn everywhere(json: &str) -> Result<[Event; 4], String> {
    let read = serde_json::from_str(json).map_err(|error| error.to_string())?;
    Ok([verified(json)?, forwarded(json)?, listed(json)?, read])
}

fn verified(json: &str) -> Result<Event, String> {
    let signature = SignatureHeader::new("whsec_test").sign(json);
    let verifier = Verifier::new(["whsec_test"]).expect("a secret");
    verifier.event(json.as_bytes(), &signature).map_err(|error| error.to_string())
}

fn forwarded(json: &str) -> Result<Event, String> {
    Event::from_unverified_json(json.as_bytes()).map_err(|error| error.to_string())
}

fn listed(json: &str) -> Result<Event, String> {
    let page = format!(
        r#"{{"object":"list","url":"/v1/events","has_more":false,"data":[{json}]}}"#
    );
    let mock = MockTransport::new([MockResponse::ok(page)]);
    let page = finish(mock.client().events().list(ListEvents::new()).into_future());
    let page = page.map_err(|error| error.to_string())?.into_inner();
    page.data.into_iter().next().ok_or("no event".to_owned())
}

/// The envelope is readable, and the raw object stays accessible.
fn broken_object() -> Outcome {
    let mut object = Fixture::of("checkout.session", Form::Id).json;
    object["line_items"]["data"][1]["price"]["active"] = json!("yes");
    let event = read(&event(&object))?;
    compare(&object, &event.data.object.to_value())?;
    let error = event.object().err().ok_or("it is read")?;
    let place = "line_items.data[1].price.active";
    ensure(
        error.path() == place,
        &format!("the error is said to be at `{}`", error.path()),
    )
}

fn older(resources: &Value) -> Outcome {
    for kind in
        ["billing_portal.configuration", "billing_portal.session", "checkout.session"]
    {
        let schema = Schema::component(kind).expect("a component");
        compared(&resources[kind], &expected(schema, &resources[kind]))?;
    }
    let plan = &resources["event"]["data"]["object"];
    ensure(plan["object"] == "plan", "the sample event has another object")?;
    let event = read(&resources["event"])?;
    let unrecognized = matches!(event.object(), Ok(EventObject::Unrecognized(_)));
    ensure(unrecognized, "a plan is known")?;
    compare(plan, &event.data.object.to_value())?;
    Ok(())
}
