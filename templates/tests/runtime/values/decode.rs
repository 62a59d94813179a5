//! Decoding of typical and unusual input, and the locations in errors.

use serde_json::{Value, json};
use stripe_runtime::stand_in::{self, Flag, Mode, Widget};
use stripe_runtime::{DecodeError, Timestamp};

fn minimal() -> Value {
    json!({"id": "w_1", "object": "widget", "created": 1_700_000_000, "livemode": false,
           "mode": "payment", "modes": []})
}

fn with(key: &str, value: Value) -> Value {
    let mut json = minimal();
    json[key] = value;
    json
}

fn without(key: &str) -> Value {
    let mut json = minimal();
    json.as_object_mut().unwrap().remove(key);
    json
}

/// Decodes from a string and from parsed JSON. Both must agree, except for the error
/// position.
fn decode(json: &Value) -> Result<Widget, DecodeError> {
    let string = stand_in::widget(json.to_string().as_bytes());
    let parsed = stand_in::widget_of(json.clone());
    match (&string, &parsed) {
        (Ok(a), Ok(b)) => assert_eq!(format!("{a:?}"), format!("{b:?}")),
        (Err(a), Err(b)) => {
            assert_eq!((a.path(), a.message()), (b.path(), b.message()));
            assert!(a.position().is_some() && b.position().is_none());
        }
        _ => panic!("string: {string:?}, parsed: {parsed:?}"),
    }
    string
}

fn error(json: &Value) -> (String, String) {
    let error = decode(json).unwrap_err();
    (error.path().to_owned(), error.message().to_owned())
}

#[test]
fn absent_and_null_are_none() {
    let absent = decode(&minimal()).unwrap();
    assert!(
        absent.amount.is_none() && absent.metadata.is_none() && absent.owner.is_none()
    );
    for key in
        ["amount", "percent", "parts", "metadata", "owner", "source", "flag", "extra"]
    {
        let null = decode(&with(key, Value::Null)).unwrap();
        assert_eq!(format!("{null:?}"), format!("{absent:?}"));
    }
}

#[test]
fn missing_field_names_its_parent() {
    assert_eq!(error(&without("id")), (String::new(), "missing field `id`".into()));
    let list = |item: Value| json!({"data": [{"id": "a"}, item], "has_more": false, "url": "/"});
    let (path, message) = error(&with("parts", list(json!({}))));
    assert_eq!(
        (path.as_str(), message.as_str()),
        ("parts.data[1]", "missing field `id`")
    );
    let prices = list(json!({"id": "a", "prices": {"eur": {}}}));
    assert_eq!(error(&with("parts", prices)).0, "parts.data[1].prices.eur");
}

#[test]
fn null_in_a_required_field_is_as_if_it_were_missing() {
    for key in ["id", "created", "livemode", "mode"] {
        let expected = (String::new(), format!("missing field `{key}`"));
        assert_eq!(error(&with(key, Value::Null)), expected);
        assert_eq!(error(&without(key)), expected);
    }
}

#[test]
fn a_list_that_is_absent_or_null_is_empty() {
    for json in [without("modes"), with("modes", Value::Null)] {
        assert!(decode(&json).unwrap().modes.is_empty());
    }
    assert_eq!(error(&with("modes", json!([null]))).0, "modes[0]");
    assert_eq!(error(&with("modes", json!({}))).0, "modes");
}

#[test]
fn type_errors_show_path_and_types_but_no_values() {
    let wrong = [
        ("id", json!(4711), "expected a string, found an integer"),
        ("created", json!("hush"), "expected an integer, found a string"),
        ("livemode", json!("hush"), "expected a boolean, found a string"),
        ("mode", json!({"hush": 4711}), "expected a string, found an object"),
        ("modes", json!({"hush": 4711}), "expected an array, found an object"),
        ("metadata", json!(["hush"]), "expected an object, found an array"),
        ("percent", json!("hush"), "expected a number, found a string"),
        ("client_secret", json!(4711), "expected a string, found an integer"),
        ("unit_amount_decimal", json!(4711), "expected a string, found an integer"),
        ("parts", json!("hush"), "expected an object, found a string"),
        ("source", json!("hush"), "expected an object, found a string"),
        ("extra", json!("hush"), "expected an object, found a string"),
        ("flag", json!([4711]), "expected an object, found an array"),
    ];
    for (key, value, expected) in wrong {
        let failed = decode(&with(key, value)).unwrap_err();
        assert_eq!((failed.path(), failed.message()), (key, expected));
        let shown = format!("{failed} {failed:?}");
        assert!(!shown.contains("hush") && !shown.contains("4711"), "{shown}");
        assert!(format!("{failed}").contains(&format!("at `{key}` (line 1, column ")));
    }
}

#[test]
fn path_of_map_keys_and_items() {
    assert_eq!(error(&with("modes", json!(["payment", 1]))).0, "modes[1]");
    assert_eq!(error(&with("metadata", json!({"order": 1}))).0, "metadata.order");
    assert_eq!(error(&with("metadata", json!({"a.b c": 1}))).0, "metadata[\"a.b c\"]");
    assert_eq!(error(&with("metadata", json!({"": 1}))).0, "metadata[\"\"]");
}

fn with_json(key: &str, string: &str) -> Result<Widget, DecodeError> {
    let field = format!("{{\"{key}\":{string},");
    stand_in::widget(minimal().to_string().replacen('{', &field, 1).as_bytes())
}

#[test]
fn integers_must_fit_and_be_integers() {
    let amount = |string| with_json("amount", string).map(|widget| widget.amount);
    assert_eq!(amount("9223372036854775807").unwrap(), Some(i64::MAX));
    assert_eq!(amount("-9223372036854775808").unwrap(), Some(i64::MIN));
    let rejected = [
        "9223372036854775808",
        "-9223372036854775809",
        "18446744073709551616",
        "1.0",
        "1e3",
        "1e999",
        "NaN",
        "Infinity",
        "\"1\"",
        "true",
    ];
    for string in rejected {
        let failed = amount(string).unwrap_err();
        assert_eq!(failed.path(), "amount", "{string}: {failed}");
    }
}

#[test]
fn floats_take_integers() {
    let cases = [
        ("5", 5.0),
        ("-5", -5.0),
        ("12.5", 12.5),
        ("1e-7", 1e-7),
        ("18446744073709551615", 18_446_744_073_709_551_615.0),
    ];
    for (string, value) in cases {
        assert_eq!(with_json("percent", string).unwrap().percent, Some(value));
    }
    for string in ["NaN", "-Infinity", "1e999", "\"1\""] {
        assert_eq!(with_json("percent", string).unwrap_err().path(), "percent");
    }
}

#[test]
fn last_duplicate_wins() {
    let body = minimal().to_string().replacen(
        '{',
        r#"{"amount":1,"metadata":{"a":"1","a":"2"},"metadata":{"b":"3","b":"4"},"modes":["setup"],
           "owner":"cus_1","parts":{"data":[],"has_more":true,"url":"/","total_count":7},
           "amount":null,"owner":{"id":"cus_2","object":"customer"},
           "parts":{"data":[],"has_more":false,"url":"/"},"created":1,"#,
        1,
    );
    let widget = stand_in::widget(body.as_bytes()).unwrap();
    assert_eq!(widget.amount, None);
    let metadata: Vec<_> = widget.metadata.unwrap().into_iter().collect();
    assert_eq!(metadata, [("b".to_owned(), "4".to_owned())]);
    assert_eq!(widget.owner.unwrap().id(), Some("cus_2"));
    assert_eq!(widget.parts.unwrap().total_count, None);
    assert!(widget.modes.is_empty());
    assert_eq!(widget.created, Timestamp::from_unix(1_700_000_000));
}

#[test]
fn later_null_replaces_a_required_value() {
    let body = minimal().to_string();
    let list = body.replace("\"modes\":[]", "\"modes\":[\"setup\"],\"modes\":null");
    assert!(stand_in::widget(list.as_bytes()).unwrap().modes.is_empty());
    let id = body.replace("\"id\":\"w_1\"", "\"id\":\"w_1\",\"id\":null");
    let error = stand_in::widget(id.as_bytes()).unwrap_err();
    assert_eq!(error.message(), "missing field `id`");
}

#[test]
fn unknown_keys_are_ignored() {
    let mut json = minimal();
    for index in 0..300 {
        json[format!("new_{index}")] =
            json!({"deep": [1, {"x": null}], "s": "\u{1F600}\n"});
    }
    assert_eq!(decode(&json).unwrap().id, "w_1");
}

#[test]
fn keys_in_any_order() {
    let body = r#"{"modes":["setup"],"mode":"setup","livemode":true,"created":0,"type":"t","id":"w"}"#;
    let widget = stand_in::widget(body.as_bytes()).unwrap();
    assert_eq!((widget.type_.as_deref(), widget.mode), (Some("t"), Mode::Setup));
}

#[test]
fn object_field_is_optional_and_not_checked() {
    decode(&without("object")).unwrap();
    decode(&with("object", json!("thing"))).unwrap();
    decode(&with("object", json!(5))).unwrap();
    assert_eq!(Widget::OBJECT, "widget");
}

#[test]
fn empty_object_is_present() {
    assert!(decode(&with("flag", json!({}))).unwrap().flag.is_some());
    assert!(decode(&with("flag", json!({"new": 1}))).unwrap().flag.is_some());
    assert!(serde_json::from_str::<Flag>("{}").is_ok());
    assert!(serde_json::from_str::<Flag>("null").is_err());
}

#[test]
fn unknown_enum_values_are_preserved() {
    let modes = json!(["payment", "new one", "", "Payment", "other"]);
    let widget = decode(&with("modes", modes)).unwrap();
    let strings: Vec<_> = widget.modes.iter().map(Mode::as_str).collect();
    assert_eq!(strings, ["payment", "new one", "", "Payment", "other"]);
    let known: Vec<_> = widget.modes.iter().map(Mode::is_known).collect();
    assert_eq!(known, [true, false, false, false, true]);
}

#[test]
fn syntax_errors_have_position_and_path() {
    let failed = stand_in::widget(b"{\"id\": \"w\",\n \"modes\": [\"setup\" \"x\"]}")
        .unwrap_err();
    assert_eq!((failed.path(), failed.position()), ("modes[1]", Some((2, 20))));
    let failed = stand_in::widget(b"{\"id\": \"w\"} x").unwrap_err();
    assert_eq!(failed.path(), "");
    assert!(stand_in::widget(b"").unwrap_err().message().contains("EOF"));
    assert!(stand_in::widget(b"<html>").is_err());
    assert!(stand_in::widget(b"\xEF\xBB\xBF{}").is_err());
    let failed = stand_in::widget(b"{\"id\":\"\xFF\"}").unwrap_err();
    assert!(failed.message().contains("UTF-8"));
    let trailing = format!("{} x", minimal());
    let failed = stand_in::widget(trailing.as_bytes()).unwrap_err();
    assert_eq!((failed.path(), failed.message()), ("", "trailing characters"));
}

#[test]
fn error_positions_match_serde_json() {
    let string = "{\n  \"id\": \"w\",\n  \"created\": \"x\"\n}";
    let ours = stand_in::widget(string.as_bytes()).unwrap_err();
    let theirs = serde_json::from_str::<Widget>(string).unwrap_err();
    assert_eq!(ours.position(), Some((theirs.line(), theirs.column())));
    assert_eq!(ours.position(), Some((3, 16)));
    assert!(
        theirs.to_string().starts_with("expected an integer, found a string at line 3")
    );
}

#[test]
fn truncated_or_corrupted_json_does_not_panic() {
    let whole = json!({"id": "w_1", "created": 1, "livemode": true, "mode": "x", "modes": ["a"],
        "amount": 5, "percent": 1.5, "client_secret": "s\u{e9}", "metadata": {"k": "v"},
        "parts": {"data": [{"id": "p", "prices": {"eur": {"amount": 1}}}], "has_more": false, "url": "/"},
        "owner": {"id": "c", "object": "customer", "x": [1, 2.5, null]},
        "parent": {"object": "widget", "id": "w_2", "created": 1, "livemode": true, "mode": "x", "modes": []},
        "source": {"object": "part", "id": "p"}, "flag": {}, "extra": {"a": {"b": []}}})
    .to_string();
    stand_in::widget(whole.as_bytes()).unwrap();
    for end in 0..whole.len() {
        let failed = stand_in::widget(&whole.as_bytes()[..end]).unwrap_err();
        assert!(!failed.message().is_empty());
    }
    for position in 0..whole.len() {
        for byte in [b'"', b'{', b'}', b'[', b']', b',', b':', b'0', b'\\', 0, 0xFF] {
            let mut damaged = whole.clone().into_bytes();
            damaged[position] = byte;
            let _ = stand_in::widget(&damaged);
            let _ = stand_in::json(&damaged);
        }
    }
}

#[test]
fn raw_numbers_are_exact() {
    let json = stand_in::json(b"[18446744073709551615, -9223372036854775808, 0.1, 1e2]")
        .unwrap();
    assert_eq!(json[0].as_u64(), Some(u64::MAX));
    assert_eq!(json[1].as_i64(), Some(i64::MIN));
    assert_eq!(json[2].as_f64(), Some(0.1));
    let widget =
        decode(&with("extra", json!({"big": u64::MAX, "neg": i64::MIN}))).unwrap();
    let extra = widget.extra.unwrap();
    assert_eq!(extra.get("big").unwrap().as_u64(), Some(u64::MAX));
    assert_eq!(extra.get("neg").unwrap().as_i64(), Some(i64::MIN));
}

#[test]
fn numbers_of_serde_json_with_arbitrary_precision() {
    use serde::Deserialize;
    use serde::de::value::{Error, MapDeserializer};
    let number = |digits: &'static str| {
        let entries = [("$serde_json::private::Number", digits)];
        MapDeserializer::<_, Error>::new(entries.into_iter())
    };
    assert_eq!(Timestamp::deserialize(number("12")).unwrap(), Timestamp::from_unix(12));
    assert!(Timestamp::deserialize(number("12.0")).is_err());
    assert!(Timestamp::deserialize(number("9223372036854775808")).is_err());
    let raw =
        stripe_runtime::RawJson::deserialize(number("18446744073709551615")).unwrap();
    assert_eq!(raw.as_value().as_u64(), Some(u64::MAX));
}

#[test]
fn search_results_are_not_read_as_lists() {
    use stripe_runtime::{List, RawObject, SearchResult};
    let json = |object: &str| {
        format!(
            r#"{{"object":"{object}","data":[],"has_more":true,"url":"/v1/things"}}"#
        )
    };
    let list = |object: &str| serde_json::from_str::<List<RawObject>>(&json(object));
    let error = list("search_result").unwrap_err().to_string();
    assert!(error.contains("read them as `SearchResult`"), "{error}");
    assert!(list("list").is_ok() && list("future_kind_of_list").is_ok());
    let results =
        serde_json::from_str::<SearchResult<RawObject>>(&json("search_result"));
    assert!(results.is_ok());
}
