//! Expandable fields, unions, and resources known by name.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use stripe_runtime::stand_in::{self, Customer, Source, Widget};
use stripe_runtime::{Expandable, List, RawJson, RawObject};

fn widget(key: &str, value: &Value) -> Result<Widget, stripe_runtime::DecodeError> {
    let json = json!({"id": "w", "created": 1, "livemode": true, "mode": "m", "modes": [], key: value});
    let text = stand_in::widget(json.to_string().as_bytes());
    let parsed = stand_in::widget_of(json);
    assert_eq!(
        format!("{text:?}").split("position").next(),
        format!("{parsed:?}").split("position").next()
    );
    text
}

fn owner(value: &Value) -> Expandable<Customer> {
    widget("owner", value).unwrap().owner.unwrap()
}

#[test]
fn the_id_is_there_in_every_form() {
    let id = owner(&json!("cus_1"));
    assert!(matches!(id, Expandable::Id(_)));
    let object = owner(&json!({"id": "cus_2", "object": "customer", "email": "a@b"}));
    assert_eq!(object.object().unwrap().raw().get("email"), Some(&json!("a@b")));
    let deleted = owner(&json!({"id": "cus_3", "object": "customer", "deleted": true}));
    assert!(deleted.is_deleted() && deleted.object().is_none());
    let unknown = owner(&json!({"id": "acct_4", "object": "account"}));
    assert!(matches!(unknown, Expandable::Unrecognized(_)));
    let ids = [&id, &object, &deleted, &unknown].map(|form| form.id().unwrap());
    assert_eq!(ids, ["cus_1", "cus_2", "cus_3", "acct_4"]);
    assert_eq!(object.into_object().unwrap().id(), "cus_2");
}

#[test]
fn deleted_counts_only_when_true() {
    let live = owner(&json!({"id": "c", "object": "customer", "deleted": false}));
    assert!(live.object().is_some());
    let odd = owner(&json!({"id": "c", "object": "customer", "deleted": "true"}));
    assert!(odd.object().is_some());
    // No id: nothing that a deleted object could be asked.
    let unknown = owner(&json!({"deleted": true}));
    assert!(matches!(unknown, Expandable::Unrecognized(_)) && unknown.id().is_none());
}

#[test]
fn other_shapes_stay_raw() {
    for shape in [json!([1, 2]), json!(5), json!(true), json!(1.5), json!(u64::MAX)] {
        match owner(&shape) {
            Expandable::Unrecognized(raw) => assert_eq!(raw.as_value(), &shape),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn without_a_discriminator_the_type_decides() {
    assert!(owner(&json!({"id": "cus_1"})).object().is_some());
}

#[test]
fn an_object_without_an_id_stays_raw() {
    for shape in [json!({}), json!({"object": "customer", "name": "n"})] {
        match owner(&shape) {
            Expandable::Unrecognized(raw) => assert_eq!(raw.as_value(), &shape),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_broken_body_of_the_right_kind_is_an_error() {
    let broken = json!({"id": "w_2", "object": "widget", "created": 1, "livemode": true,
                        "mode": "m", "modes": [null]});
    let failed = widget("parent", &broken).unwrap_err();
    assert_eq!(failed.path(), "parent.modes[0]");
    let deeper = json!({"id": "w_2", "object": "widget", "created": 1, "livemode": true,
                        "mode": "m", "modes": [], "parent": broken});
    assert_eq!(widget("parent", &deeper).unwrap_err().path(), "parent.parent.modes[0]");
    let failed = widget("owner", &json!({"object": "customer", "id": 5})).unwrap_err();
    assert_eq!(failed.path(), "owner.id");
    assert_eq!(failed.message(), "expected a string, found an integer");
}

#[test]
fn a_required_expandable_is_not_null() {
    assert!(serde_json::from_str::<Expandable<Customer>>("null").is_err());
}

#[test]
fn unions_are_told_apart_by_object() {
    let source = |value: &Value| *widget("source", value).unwrap().source.unwrap();
    assert!(
        matches!(source(&json!({"object": "part", "id": "p"})), Source::Part(part) if part.id == "p")
    );
    assert!(matches!(
        source(&json!({"object": "customer", "id": "c"})),
        Source::Customer(_)
    ));
    let deleted = source(&json!({"object": "customer", "id": "c", "deleted": true}));
    assert!(matches!(&deleted, Source::DeletedCustomer(deleted) if deleted.id() == "c"));
    for value in
        [json!({"object": "invented", "id": "x"}), json!({}), json!({"object": 1})]
    {
        match source(&value) {
            Source::Unrecognized(raw) => assert_eq!(raw.to_value(), value),
            other => panic!("{other:?}"),
        }
    }
    let failed =
        widget("source", &json!({"object": "part", "id": "p", "quantity": "x"}))
            .unwrap_err();
    assert_eq!(failed.path(), "source.quantity");
}

#[test]
fn raw_objects_decode_as_types_of_the_user() {
    let customer =
        owner(&json!({"id": "cus_1", "object": "customer"})).into_object().unwrap();
    assert_eq!((customer.id(), customer.object()), ("cus_1", Some("customer")));
    let texts: BTreeMap<String, String> = customer.decode().unwrap();
    assert_eq!(texts["id"], "cus_1");
    let raw = RawObject::from(
        json!({"a": {"b": [1, "hush", null]}}).as_object().unwrap().clone(),
    );
    let failed = raw
        .decode::<BTreeMap<String, BTreeMap<String, Vec<Option<i64>>>>>()
        .unwrap_err();
    assert_eq!(failed.path(), "a.b[1]");
    assert_eq!(failed.message(), "expected i64, found a string");
    assert!(raw.decode::<BTreeMap<String, Value>>().is_ok());
    assert!(raw.decode::<Value>().is_ok());
    assert!(raw.decode::<Option<Value>>().unwrap().is_some());
    let raw = RawJson::from(json!({"1": [1, "x"], "-2": [2, "y"]}));
    let pairs: BTreeMap<i64, (u8, String)> = raw.decode().unwrap();
    assert_eq!(pairs[&-2], (2, "y".to_owned()));
    // A type of this crate, with the whole path.
    let raw = RawObject::from(
        json!({"data": [{"id": 5}], "has_more": true, "url": ""})
            .as_object()
            .unwrap()
            .clone(),
    );
    assert_eq!(raw.decode::<List<stand_in::Part>>().unwrap_err().path(), "data[0].id");
}

#[test]
fn raw_values_are_redacted() {
    let raw = RawObject::from(
        json!({"client_secret": "hush", "n": 4711}).as_object().unwrap().clone(),
    );
    assert_eq!(format!("{raw:?}"), r#"RawObject {"client_secret", "n"}"#);
    assert_eq!(format!("{:?}", RawJson::from(json!(["hush"]))), "RawJson(an array)");
    let shown = format!(
        "{:?}",
        owner(&json!({"id": "c", "object": "customer", "email": "hush"}))
    );
    assert!(shown.contains("email") && !shown.contains("hush"), "{shown}");
    let shown = format!(
        "{:?}",
        owner(&json!({"id": "c", "object": "account", "email": "hush"}))
    );
    assert!(!shown.contains("hush"), "{shown}");
}

#[test]
fn lists_are_plain_data() {
    let text = r#"{"object":"list","data":[{"id":"a"},{"id":"b"}],"has_more":true,"url":"/v1/parts","total_count":9}"#;
    let list: List<stand_in::Part> = serde_json::from_str(text).unwrap();
    assert_eq!(
        (list.has_more, list.url.as_str(), list.total_count),
        (true, "/v1/parts", Some(9))
    );
    let ids: Vec<_> = (&list).into_iter().map(|part| part.id.clone()).collect();
    assert_eq!(ids, ["a", "b"]);
    assert_eq!(list.into_iter().count(), 2);
    for missing in ["data", "has_more", "url"] {
        let mut json: Value = serde_json::from_str(text).unwrap();
        json.as_object_mut().unwrap().remove(missing);
        assert!(serde_json::from_value::<List<stand_in::Part>>(json).is_err());
    }
}
