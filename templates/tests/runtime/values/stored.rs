//! Parameters that a job queue keeps as JSON.

use proptest::prelude::*;
use serde_json::{Value, json};
use stripe_runtime::stand_in::Mode;
use stripe_runtime::stand_in::params::{
    CreateGadget, CreateWidget, ListWidgets, MarkerParams, PartParams, UploadWidget,
};
use stripe_runtime::{FileUpload, RangeFilter, Timestamp};

fn stored(params: &CreateWidget) -> CreateWidget {
    let json = serde_json::to_string(params).unwrap();
    let tree: CreateWidget =
        serde_json::from_value(serde_json::to_value(params).unwrap()).unwrap();
    let read: CreateWidget = serde_json::from_str(&json).unwrap();
    assert_eq!(tree, read);
    read
}

fn full() -> CreateWidget {
    CreateWidget::new("n")
        .mode(Mode::Payment)
        .modes([Mode::from("new"), Mode::Setup])
        .parts([PartParams::new().price("p").quantity(i64::MAX).clear_tax_rates()])
        .part(PartParams::new().tax_rates(["a", ""]))
        .password("hush")
        .starts_at(Timestamp::from_unix(7))
        .active(false)
        .percent(12.5)
        .unit_amount_decimal("1.50")
        .metadata([("k", "v"), ("removed", "")])
        .currency_options([("eur", PartParams::new().quantity(0))])
}

#[test]
fn the_json_is_that_of_the_api() {
    let expected = json!({
        "name": "n", "mode": "payment", "modes": ["new", "setup"],
        "parts": [{"price": "p", "quantity": i64::MAX, "tax_rates": null}],
        "part": {"tax_rates": ["a", ""]}, "password": "hush", "starts_at": 7,
        "active": false, "percent": 12.5, "unit_amount_decimal": "1.50",
        "metadata": {"k": "v", "removed": ""}, "currency_options": {"eur": {"quantity": 0}},
    });
    assert_eq!(serde_json::to_value(full()).unwrap(), expected);
    let read: CreateWidget = serde_json::from_value(expected).unwrap();
    assert_eq!(read, full());
    assert_eq!(read.form(), full().form());
}

#[test]
fn everything_survives() {
    let changed = [
        full(),
        full().clear_parts().clear_metadata(),
        full().parts([]),
        CreateWidget::new(""),
        CreateWidget::new("n").unit_amount_decimal("1e-7"),
        CreateWidget::new("n").percent(1e300),
        CreateWidget::new("n").percent(2.0),
    ];
    for params in changed {
        assert_eq!(stored(&params), params);
        assert_eq!(stored(&params).form(), params.form());
    }
    let list = ListWidgets::new().created(RangeFilter::new().gte(0).lt(5)).limit(3);
    let read: ListWidgets =
        serde_json::from_str(&serde_json::to_string(&list).unwrap()).unwrap();
    assert_eq!((read.query(), &read), (list.query(), &list));
    let exact = ListWidgets::new().created(3);
    let json = serde_json::to_value(&exact).unwrap();
    assert_eq!(json, json!({"created": 3}));
}

#[test]
fn secrets_stay_secret() {
    let printed = format!("{:?}", stored(&full()));
    assert!(printed.contains("password") && !printed.contains("hush"), "{printed}");
    let nested = json!({"name": "n", "part": {"password": "hush"}});
    let read: CreateWidget = serde_json::from_value(nested).unwrap();
    assert!(!format!("{read:?}").contains("hush"));
    assert!(read.form().unwrap().contains("part[password]=hush"));
}

#[test]
fn unknown_names_are_kept() {
    let json = json!({"name": "n", "new": {"deep": [1, null, {"x": true}]}});
    let read: CreateWidget = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(
        read.form().unwrap(),
        "name=n&new[deep][0]=1&new[deep][1]=&new[deep][2][x]=true"
    );
    assert_eq!(serde_json::to_value(&read).unwrap(), json);
}

/// What is not sent is not stored, and what cannot be sent is still an error later.
#[test]
fn empty_objects() {
    let omitted = CreateWidget::new("n").part(PartParams::new().parts([]).price("p"));
    assert_eq!(stored(&omitted).form(), omitted.form());
    let empty =
        CreateWidget::new("n").part(PartParams::new()).metadata::<String, String>([]);
    assert_eq!(serde_json::to_value(&empty).unwrap(), json!({"name": "n"}));
    for params in [
        CreateWidget::new("n").parts([PartParams::new()]),
        CreateWidget::new("n").marker(MarkerParams::default()),
        CreateWidget::new("n").currency_options([("eur", PartParams::new())]),
    ] {
        assert_eq!(stored(&params).form().unwrap_err(), params.form().unwrap_err());
    }
    let required = serde_json::to_string(&CreateGadget::new(PartParams::new())).unwrap();
    let read: CreateGadget = serde_json::from_str(&required).unwrap();
    assert_eq!(read.form().unwrap_err().param(), "part");
}

#[test]
fn what_is_not_a_parameter_is_rejected() {
    for (json, message) in [
        (json!([]), "expected an object, found an array"),
        (json!({"a": u64::MAX}), "expected a parameter"),
    ] {
        let error =
            serde_json::from_value::<CreateWidget>(json).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
    for key in ["", "a[b]", "a]"] {
        let read: CreateWidget = serde_json::from_value(json!({key: 1})).unwrap();
        assert!(read.form().unwrap_err().to_string().contains("a key is empty"));
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[ -~é]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,4}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_object_survives(map in prop::collection::btree_map("[a-z]{1,4}", any_json(), 0..5)) {
        let json = Value::Object(map.into_iter().collect());
        let read: CreateWidget = serde_json::from_value(json).unwrap();
        let again = stored(&read);
        prop_assert_eq!(again.form(), read.form());
    }
}

#[test]
fn a_file_is_not_stored() {
    let params = UploadWidget::new(FileUpload::new("a", "x"), "n");
    let error = serde_json::to_string(&params).unwrap_err();
    assert_eq!(error.to_string(), "a file cannot be stored");
}
