//! Expandable fields, unions and raw objects.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use stripe_runtime::stand_in::{self, CustomerRef, Source, Widget, WidgetRef};
use stripe_runtime::{Deletable, Expandable, HasId, List, RawJson, RawObject};

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

fn owner(value: &Value) -> Expandable<CustomerRef> {
    widget("owner", value).unwrap().owner.unwrap()
}

fn parent(value: &Value) -> Expandable<WidgetRef> {
    widget("parent", value).unwrap().parent.unwrap()
}

fn a_widget() -> Value {
    json!({"id": "w_2", "object": "widget", "created": 1, "livemode": true, "mode": "m", "modes": []})
}

#[test]
fn every_form_has_the_id() {
    let id = owner(&json!("cus_1"));
    assert!(!id.is_expanded() && id.raw().is_none());
    let object = owner(&json!({"id": "cus_2", "object": "customer", "email": "a@b"}));
    assert!(object.is_expanded() && !object.is_deleted());
    assert_eq!(object.raw().unwrap().as_value()["email"], json!("a@b"));
    let deleted = owner(&json!({"id": "cus_3", "object": "customer", "deleted": true}));
    assert!(deleted.is_deleted() && !deleted.is_expanded());
    let other = owner(&json!({"id": "acct_4", "object": "account"}));
    let ids = [&id, &object, &deleted, &other].map(|form| form.id().unwrap());
    assert_eq!(ids, ["cus_1", "cus_2", "cus_3", "acct_4"]);
    assert_eq!(format!("{id} {object:>6}"), "cus_1  cus_2");
}

#[test]
fn objects_are_decoded_on_demand() {
    let fields =
        |value: &Value| owner(value).decode::<BTreeMap<String, Value>>().unwrap();
    assert_eq!(fields(&json!({"id": "cus_1", "n": 5})).unwrap()["n"], json!(5));
    assert!(fields(&json!("cus_1")).is_none());
    assert!(fields(&json!({"id": "cus_1", "deleted": true})).is_none());
    assert_eq!(parent(&a_widget()).object().unwrap().unwrap().id, "w_2");
    assert!(parent(&json!("w_2")).object().unwrap().is_none());
    let deleted = json!({"id": "w_2", "object": "widget", "deleted": true});
    assert!(parent(&deleted).object().unwrap().is_none());
}

#[test]
fn deleted_is_set_only_by_true() {
    for value in [json!(false), json!("true"), json!(1), json!(null)] {
        let live = owner(&json!({"id": "c", "object": "customer", "deleted": value}));
        assert!(live.is_expanded() && !live.is_deleted());
    }
}

#[test]
fn unknown_forms_are_kept_as_json() {
    let shapes = [
        json!([1, 2]),
        json!(5),
        json!(true),
        json!(1.5),
        json!(u64::MAX),
        json!({}),
        json!({"object": "customer", "name": "n"}),
        json!({"object": "customer", "id": 5}),
        json!({"deleted": true}),
    ];
    for shape in shapes {
        let owner = owner(&shape);
        assert_eq!(owner.raw().unwrap().as_value(), &shape);
        assert_eq!((owner.id(), owner.to_string().as_str()), (None, ""));
    }
}

#[test]
fn object_of_another_kind_fails_on_access_only() {
    let other = parent(&json!({"id": "acct_1", "object": "account"}));
    assert_eq!(other.id(), Some("acct_1"));
    let failed = other.object().unwrap_err();
    assert_eq!(failed.path(), "object");
    assert_eq!(failed.message(), "expected an object of kind `widget`, found `account`");
    // Without `object`, the fields decide.
    let mut widget = a_widget();
    widget.as_object_mut().unwrap().remove("object");
    assert!(parent(&widget).object().unwrap().is_some());
}

#[test]
fn invalid_object_does_not_fail_its_parent() {
    let mut broken = a_widget();
    broken["modes"] = json!([null]);
    assert_eq!(parent(&broken).object().unwrap_err().path(), "modes[0]");
}

#[test]
fn a_required_expandable_is_not_null() {
    assert!(serde_json::from_str::<Expandable<CustomerRef>>("null").is_err());
}

#[test]
fn deletable_forms() {
    let read = |value: Value| serde_json::from_value::<Deletable<Widget>>(value);
    let live = read(a_widget()).unwrap();
    assert_eq!(live.object().unwrap().id, "w_2");
    assert_eq!(live.into_object().unwrap().id, "w_2");
    let gone = read(json!({"id": "w_3", "object": "widget", "deleted": true})).unwrap();
    assert!(gone.is_deleted() && gone.object().is_none() && gone.id() == Some("w_3"));
    for other in [json!({"deleted": true}), json!({"id": "a", "object": "account"})] {
        match read(other.clone()).unwrap() {
            Deletable::Unrecognized(raw) => assert_eq!(raw.as_value(), &other),
            found => panic!("{found:?}"),
        }
    }
    assert!(read(json!({"id": "w_2", "object": "widget"})).is_err());
}

#[test]
fn union_variants_are_selected_by_object() {
    let source = |value: &Value| *widget("source", value).unwrap().source.unwrap();
    assert!(
        matches!(source(&json!({"object": "part", "id": "p"})), Source::Part(part) if part.id == "p")
    );
    assert!(matches!(source(&a_widget()), Source::Widget(_)));
    let deleted = source(&json!({"object": "widget", "id": "c", "deleted": true}));
    assert!(matches!(&deleted, Source::DeletedWidget(deleted) if deleted.id() == "c"));
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
fn raw_objects_decode_as_custom_types() {
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
    // Errors in types of this crate have the whole path.
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
