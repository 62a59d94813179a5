//! Fixtures and changes to them.

use serde_json::{Value, json};
use stripe_runtime::DecodeError;
use stripe_runtime::stand_in::{Mode, Part, Widget};
use stripe_runtime::testing::{Fixture, HasFixture, MockResponse, MockTransport};

fn full() -> Fixture<Widget> {
    Fixture::full()
}

fn minimal() -> Fixture<Widget> {
    Fixture::minimal()
}

/// Returns the JSON at this pointer after all changes.
fn at(fixture: &Fixture<Widget>, pointer: &str) -> Value {
    fixture.value().unwrap().pointer(pointer).cloned().unwrap_or(json!("nothing"))
}

/// Returns the error of an impossible change, and checks that all methods return the
/// same one.
fn problem(fixture: &Fixture<Widget>) -> String {
    let error: DecodeError = fixture.json().unwrap_err();
    assert_eq!(fixture.value().unwrap_err(), error);
    assert_eq!(fixture.build().unwrap_err(), error);
    error.to_string()
}

#[test]
fn full_and_minimal_fixtures_decode() {
    let widget = full().build().unwrap();
    assert_eq!((widget.id.as_str(), widget.mode), ("widget_123", Mode::Payment));
    let parts = widget.parts.unwrap();
    assert_eq!(parts.data[0].quantity, Some(1));
    let widget = minimal().build().unwrap();
    assert!(widget.modes.is_empty());
    assert!(widget.parts.is_none() && widget.owner.is_none());
    assert_eq!(at(&minimal(), "/owner"), Value::Null);
    assert_eq!(at(&minimal(), "/parts"), "nothing");
}

#[test]
fn values_are_set_at_any_path() {
    let fixture = full()
        .set("id", "w_1")
        .set("type", Value::Null)
        .set("metadata.order", "4711")
        .set("metadata[\"an odd.key\"]", "x")
        .set("parts.data[0].prices.usd.amount", 7)
        .set("modes[0]", "setup")
        .set("a_new_key", json!([1]));
    let widget = fixture.build().unwrap();
    assert_eq!((widget.id.as_str(), widget.type_), ("w_1", None));
    assert_eq!(widget.modes, [Mode::Setup]);
    assert_eq!(at(&fixture, "/metadata/order"), "4711");
    assert_eq!(at(&fixture, "/metadata/an odd.key"), "x");
    assert_eq!(at(&fixture, "/metadata/key"), "value");
    assert_eq!(at(&fixture, "/parts/data/0/prices/usd"), json!({"amount": 7}));
    assert_eq!(at(&fixture, "/a_new_key/0"), 1);
}

#[test]
fn missing_parents_are_copied_from_the_full_fixture() {
    let fixture = minimal().set("parts.data[0].quantity", 3).set("metadata.a", "b");
    let part = &fixture.build().unwrap().parts.unwrap().data[0];
    assert_eq!((part.id.as_str(), part.quantity), ("part_123", Some(3)));
    assert_eq!(at(&fixture, "/metadata"), json!({"key": "value", "a": "b"}));
    // The same applies to an item just past the end of a list.
    let fixture = full().set("parts.data[1].id", "p_2").set("modes[1]", "setup");
    let widget = fixture.build().unwrap();
    assert_eq!(widget.modes, [Mode::Payment, Mode::Setup]);
    let parts = widget.parts.unwrap();
    assert_eq!((parts.data[1].id.as_str(), parts.data[1].quantity), ("p_2", Some(1)));
    // Null counts as missing. Parents that the full fixture does not have are created as objects.
    let fixture = minimal().set("parts", Value::Null).set("parts.has_more", true);
    assert_eq!(at(&fixture, "/parts/data/0/object"), "part");
    let fixture = minimal().set("a.b.c", 1).set("amount", Value::Null);
    assert_eq!(at(&fixture, "/a"), json!({"b": {"c": 1}}));
    // A string in the full fixture cannot become a parent.
    assert_eq!(
        problem(&minimal().set("owner.name", "x")),
        "expected an object, found a string at `owner`"
    );
}

#[test]
fn keys_and_items_are_removed() {
    let fixture = full().remove("metadata.key").remove("parts.data[0]").remove("owner");
    assert_eq!(at(&fixture, "/metadata"), json!({}));
    assert_eq!(fixture.build().unwrap().parts.unwrap().data.len(), 0);
    assert!(fixture.build().unwrap().owner.is_none());
    let error = full().remove("id").build().unwrap_err();
    assert_eq!(error.to_string(), "missing field `id`");
    assert!(full().remove("id").json().is_ok());
}

#[test]
fn impossible_changes_are_reported() {
    let table = [
        (full().set("id.x", 1), "expected an object, found a string at `id`"),
        (full().set("id[0]", 1), "expected an array, found a string at `id`"),
        (
            full().set("livemode.x.y", 1),
            "expected an object, found a boolean at `livemode`",
        ),
        (full().set("modes.x", 1), "expected an object, found an array at `modes`"),
        (full().set("[0]", 1), "expected an array, found an object"),
        (full().set("modes[2]", 1), "no item 2 in an array of 1 at `modes`"),
        (
            full().set("parts.data[2].id", "x"),
            "no item 2 in an array of 1 at `parts.data`",
        ),
        (full().remove("modes[1]"), "no item 1 in an array of 1 at `modes`"),
        (full().remove("absent"), "no key `absent`"),
        (full().remove("absent.x"), "no key `absent`"),
        (full().remove("parts.absent"), "no key `absent` at `parts`"),
        (full().remove("amount.x"), "expected an object, found a number at `amount`"),
    ];
    for (fixture, expected) in table {
        assert_eq!(problem(&fixture), expected);
    }
    // The first error is kept, whatever changes follow.
    let fixture = full().set("id.x", 1).set("id", "w").remove("absent");
    assert_eq!(problem(&fixture), "expected an object, found a string at `id`");
}

#[test]
fn invalid_paths_are_reported() {
    for path in [
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "a.[0]",
        "a[",
        "a[]",
        "a[x]",
        "a[-1]",
        "a[0]b",
        "a]",
        "a[\"b]",
        "a[\"b\"",
        "modes[99999999999999999999]",
    ] {
        let expected = format!(
            "not a path such as `a.b[0]`{}",
            match path {
                "" => String::new(),
                path => format!(" at `{path}`"),
            }
        );
        assert_eq!(problem(&full().set(path, 1)), expected);
        assert_eq!(problem(&full().remove(path)), expected);
    }
    assert_eq!(at(&full().set("[\"a\"].b", 1), "/a/b"), 1);
}

#[test]
fn fixtures_can_be_nested() {
    let owner = minimal().set("id", "w_2");
    let widget = full().put("parent", &owner).build().unwrap();
    assert_eq!(widget.parent.unwrap().object().unwrap().unwrap().id, "w_2");
    assert!(problem(&full().put("parent", &owner.clone().remove("x"))).contains("`x`"));
    assert!(problem(&full().put("id.x", &owner)).contains("`id`"));
}

#[tokio::test]
async fn mock_responds_with_fixtures() {
    let part = Fixture::<Part>::minimal();
    let parts = Fixture::list([part.clone().set("id", "p_1"), part.set("id", "p_2")]);
    let mock = MockTransport::new([
        MockResponse::ok(minimal().set("id", "w_1").json().unwrap()),
        MockResponse::ok(parts.json().unwrap()),
    ]);
    let client = mock.client();
    assert_eq!(client.widgets().retrieve("w_1").await.unwrap().id, "w_1");
    let page = client.widgets().list_parts("w_1").await.unwrap();
    let ids: Vec<&str> = page.data.iter().map(|part| part.id.as_str()).collect();
    assert_eq!((ids, page.has_more), (vec!["p_1", "p_2"], false));
    let broken = Fixture::list([minimal().remove("x")]);
    assert_eq!(broken.json().unwrap_err().message(), "no key `x`");
}

/// The error must show why the fixture is invalid.
#[tokio::test]
async fn invalid_fixture_becomes_an_error() {
    let responses = [minimal(), minimal().remove("x")];
    let mock = MockTransport::new(responses.iter().map(MockResponse::fixture));
    let call = || mock.client().widgets().retrieve("w");
    assert_eq!(call().await.unwrap().id, responses[0].build().unwrap().id);
    let error = call().await.unwrap_err();
    assert!(error.is_invalid_call(), "{error:?}");
    let why = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(why, "no key `x`");
}

/// A type defined by a user.
#[derive(Debug)]
struct Name(String);

impl HasFixture for Name {
    fn full_json() -> &'static str {
        "\"Jenny\""
    }

    fn minimal_json() -> &'static str {
        "not JSON"
    }
}

impl<'de> serde::Deserialize<'de> for Name {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(input).map(Self)
    }
}

#[test]
fn custom_types_can_have_fixtures() {
    assert_eq!(Fixture::<Name>::full().build().unwrap().0, "Jenny");
    assert!(Fixture::<Name>::minimal().set("x", 1).json().is_err());
}

#[test]
fn values_are_not_printed() {
    let fixture = full().set("client_secret", "hush");
    assert!(fixture.json().unwrap().contains("hush"));
    let shown = format!("{fixture:?}");
    assert!(shown.contains("client_secret") && !shown.contains("hush"), "{shown}");
    let broken = fixture.set("client_secret.x", "hush");
    let shown = format!("{broken:?} {}", problem(&broken));
    assert!(shown.contains("client_secret") && !shown.contains("hush"), "{shown}");
}
