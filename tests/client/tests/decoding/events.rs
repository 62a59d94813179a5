//! The objects of events.

use client_tests::official::CLOVER;
use client_tests::report::{needing, test};
use client_tests::response::differences::compare;
use client_tests::response::expected::expected;
use client_tests::response::sample::{Fixture, Form};
use client_tests::response::schema::Schema;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use stripe_sessions::events::{Event, EventObject, EventType};

use crate::{Outcome, ensure};

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
