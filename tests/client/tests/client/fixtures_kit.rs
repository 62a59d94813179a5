//! The fixtures of the test kit conform to the document, and serve a shop's tests.

use client_tests::inventory;
use client_tests::response::differences::compare;
use client_tests::response::expected::expected;
use client_tests::response::place::Place;
use client_tests::response::roots::ROOTS;
use client_tests::response::schema::{Kind, Schema};
use serde_json::{Value, json};
use stripe_sessions::checkout::params::ListCheckoutSessions;
use stripe_sessions::checkout::{CheckoutSession, PaymentStatus};
use stripe_sessions::events::{Event, EventObject, EventType};
use stripe_sessions::testing::SignatureHeader;
use stripe_sessions::testing::{Fixture, MockResponse, MockTransport};
use stripe_sessions::webhook::Verifier;
use stripe_sessions::{customer_sessions, shared};

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).expect("a sample is JSON")
}

fn schema_of(name: &str) -> Schema {
    Schema::component(name).expect("a component")
}

#[test]
fn both_forms_are_read_without_loss() {
    for root in ROOTS {
        let schema = schema_of(root.name);
        for text in [(root.all)(), (root.required)()] {
            let found = (root.read)(text)
                .unwrap_or_else(|error| panic!("{}: {error}", root.name));
            let leaves = compare(&expected(schema, &json_of(text)), &found);
            let leaves =
                leaves.unwrap_or_else(|problem| panic!("{}:\n{problem}", root.name));
            assert!(leaves > 1, "{} has only {leaves} leaves", root.name);
        }
    }
}

#[test]
fn both_forms_are_as_the_document_says() {
    for root in ROOTS {
        for text in [(root.all)(), (root.required)()] {
            let mut problems = Vec::new();
            check(
                schema_of(root.name),
                &json_of(text),
                &Place::default(),
                &mut problems,
            );
            assert!(problems.is_empty(), "{}: {problems:#?}", root.name);
        }
    }
}

/// Collects violations of a schema.
fn check(schema: Schema, json: &Value, place: &Place, problems: &mut Vec<String>) {
    let is_sound = match schema.kind() {
        Kind::Text => json.as_str().is_some_and(|text| {
            let count = text.chars().count() as u64;
            count > 0 && schema.longest().is_none_or(|longest| count <= longest)
        }),
        Kind::Decimal => json.as_str().is_some_and(|text| text.parse::<f64>().is_ok()),
        Kind::Expandable(_) => json.is_string(),
        Kind::Enum(values) => values.iter().any(|value| json == value),
        Kind::Tag(tag) => json == tag,
        Kind::Integer => json.is_i64(),
        // From the year 2020 to 2040.
        Kind::Timestamp => json
            .as_i64()
            .is_some_and(|time| (1_577_836_800..2_208_988_800).contains(&time)),
        Kind::Float => json.is_f64(),
        Kind::Boolean => json.is_boolean(),
        Kind::Raw => json.is_object(),
        Kind::Object => match json.as_object() {
            Some(_) => return check_keys(schema, json, place, problems),
            None => false,
        },
        Kind::Array(of) => match json.as_array() {
            Some(items) => {
                for (index, item) in items.iter().enumerate() {
                    check(of, item, &place.index(index), problems);
                }
                true
            }
            None => false,
        },
        Kind::Map(of) => match json.as_object() {
            Some(map) => {
                for (key, value) in map {
                    check(of, value, &place.entry(key), problems);
                }
                true
            }
            None => false,
        },
    };
    if !is_sound {
        problems.push(format!("{place}: {json}"));
    }
}

fn check_keys(schema: Schema, json: &Value, place: &Place, problems: &mut Vec<String>) {
    for property in schema.properties() {
        let place = place.key(property.key);
        match &json[property.key] {
            Value::Null if property.schema.nullable() || !property.required => {}
            value => check(property.schema, value, &place, problems),
        }
    }
    let is_known = |key: &str| schema.properties().any(|property| property.key == key);
    let keys = json.as_object().into_iter().flat_map(|map| map.keys());
    problems.extend(
        keys.filter(|key| !is_known(key))
            .map(|key| format!("{place}: `{key}` is not there in the document")),
    );
}

#[test]
fn every_field_of_the_inventory_is_filled_and_only_some_are_required() {
    let lines = inventory::lines();
    for root in ROOTS {
        let (all, required) = (json_of((root.all)()), json_of((root.required)()));
        let mut absent = 0;
        for line in lines.iter().filter(|line| line.root == root.name) {
            assert!(is_filled(&all, &line.path), "{} of {}", line.path, root.name);
            absent += u32::from(!is_filled(&required, &line.path));
        }
        assert!(absent > 0, "{}: both forms are the same", root.name);
    }
}

/// Returns `true` if a path of the inventory has a value, possibly in an item of a list
/// or map.
fn is_filled(json: &Value, path: &str) -> bool {
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let key = step.trim_end_matches(['[', ']', '{', '}']);
    let mut inside = vec![&json[key]];
    for _ in 0..(step.len() - key.len()) / 2 {
        inside = inside.into_iter().flat_map(items).collect();
    }
    match rest {
        "" => inside.iter().any(|value| !value.is_null()),
        rest => inside.iter().any(|value| is_filled(value, rest)),
    }
}

fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(map) => map.values().collect(),
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn a_shop_is_tested_with_a_call() {
    let session = Fixture::<CheckoutSession>::minimal()
        .set("id", "cs_1")
        .set("payment_status", "paid")
        .set("metadata.order", "4711")
        .set("line_items.data[0].quantity", 2)
        .set("line_items.data[1].price.id", "price_2");
    let customer = Fixture::<customer_sessions::CustomerSession>::full();
    let script = MockTransport::new([
        MockResponse::ok(session.json().unwrap()),
        MockResponse::ok(Fixture::list([session.clone()]).json().unwrap()),
        MockResponse::ok(customer.json().unwrap()),
    ]);
    let client = script.client();
    let answer = client.checkout().sessions().retrieve("cs_1").await.unwrap();
    assert_eq!(*answer, session.build().unwrap());
    assert_eq!(
        (answer.id.as_str(), &answer.payment_status),
        ("cs_1", &PaymentStatus::Paid)
    );
    let items = &answer.line_items.as_ref().unwrap().data;
    assert_eq!((items.len(), items[0].quantity), (2, Some(2)));
    assert_eq!(items[1].price.as_ref().unwrap().id, "price_2");
    let page =
        client.checkout().sessions().list(ListCheckoutSessions::new()).await.unwrap();
    assert_eq!(page.data, [session.build().unwrap()]);
    assert_eq!(script.remaining(), 1);
}

#[test]
fn expanded_objects_replace_ids() {
    let rate = Fixture::<shared::TaxRate>::full().set("id", "txr_1");
    let configuration = Fixture::full().set("id", "bpc_1");
    let item = Fixture::<shared::LineItem>::full().put("taxes[0].rate", &rate);
    let item = item.build().unwrap();
    assert_eq!(item.taxes.unwrap()[0].rate.id, "txr_1");
    let portal =
        Fixture::<stripe_sessions::billing_portal::BillingPortalSession>::minimal();
    let portal = portal
        .put::<stripe_sessions::billing_portal::BillingPortalConfiguration>(
            "configuration",
            &configuration,
        );
    let portal = portal.build().unwrap();
    let reference = portal.configuration.unwrap();
    assert_eq!(reference.id(), Some("bpc_1"));
    let configuration = reference.object().unwrap().unwrap();
    assert!(!configuration.id.is_empty());
}

#[test]
fn a_shop_is_tested_with_a_webhook() {
    let session =
        Fixture::<CheckoutSession>::full().set("client_reference_id", "cart-4711");
    let event = Fixture::event("checkout.session.completed", &session)
        .set("id", "evt_1")
        .set("data.previous_attributes", json!({"status": "open"}));
    let body = event.json().unwrap();
    let header = SignatureHeader::new("whsec_test").sign(&body);
    let verifier = Verifier::new(["whsec_test"]).unwrap();
    let received = verifier.event(body.as_bytes(), &header).unwrap();
    assert_eq!(
        (received.id.as_str(), &received.type_),
        ("evt_1", &EventType::CheckoutSessionCompleted)
    );
    let before = received.data.previous_attributes.as_ref().unwrap();
    assert_eq!(before.get("status"), Some(&json!("open")));
    let EventObject::CheckoutSession(object) = received.object().unwrap() else {
        panic!("another object")
    };
    assert_eq!(*object, session.build().unwrap());
    assert!(verifier.event(body.replace("4711", "4712").as_bytes(), &header).is_err());
}

#[test]
fn events_of_any_type_contain_any_object_and_report_its_mistakes() {
    let price = Fixture::<shared::Price>::minimal();
    let event = Fixture::event("price.invented", &price).build().unwrap();
    assert!(!event.type_.is_known());
    assert!(matches!(event.object(), Ok(EventObject::Unrecognized(_))));
    let broken = Fixture::event(EventType::CheckoutSessionExpired, &price.remove("x"));
    assert_eq!(broken.json().unwrap_err().message(), "no key `x`");
}

#[test]
fn a_sampled_event_has_the_object_of_its_type() {
    for event in [Fixture::<Event>::full(), Fixture::minimal()] {
        let event = event.build().unwrap();
        assert_eq!(event.type_, EventType::BillingPortalConfigurationCreated);
        let object = event.object().unwrap();
        assert!(matches!(object, EventObject::BillingPortalConfiguration(_)));
    }
}
