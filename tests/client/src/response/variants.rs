//! Possible responses: instances of a component with one change, or with the same change
//! everywhere.

use serde_json::{Value, json};

use super::sample::{BOOLEAN_ROUNDS, Fixture, Form, Site};
use super::schema::Kind;

/// Instances, each with a short description.
pub type Variants = Box<dyn Iterator<Item = (String, Value)>>;

/// A kind of variant, and the function that derives it from a component.
pub type Group = (&'static str, fn(&'static str) -> Variants);

/// All kinds of variants that must be readable.
pub const GROUPS: &[Group] = &[
    ("every_value_of_every_enum", values),
    ("every_form_of_expandable_fields", forms),
    ("null_in_each_nullable_field", nulls),
    ("each_optional_field_absent", absent),
    ("all_optional_fields_absent", bare),
    ("unknown_keys_in_every_object", unknown_keys),
    ("unknown_values_of_every_enum", unknown_values),
    ("unknown_kinds_of_every_object", unknown_kinds),
    ("unknown_shapes_of_expandable_fields", unknown_shapes),
    ("objects_without_id_in_expandable_fields", without_id),
    ("keys_in_another_order", reversed),
];

/// Variants that distinguish all fields of a component and contain all forms that fields
/// can have.
pub const TELLING: &[fn(&'static str) -> Variants] =
    &[values, forms, bare, unknown_values, unknown_shapes];

const FORMS: [Form; 3] = [Form::Id, Form::Object, Form::Deleted];

fn values(component: &'static str) -> Variants {
    let longest = |site: &Site| match site.schema.kind() {
        Kind::Enum(values) => values.len(),
        _ => BOOLEAN_ROUNDS,
    };
    let sites = Fixture::of(component, Form::Id).sites;
    let rounds = sites.iter().map(longest).max().unwrap_or(1);
    Box::new((0..rounds).map(move |round| {
        (format!("round {round}"), Fixture::round(component, Form::Id, round).json)
    }))
}

fn forms(component: &'static str) -> Variants {
    Box::new(
        FORMS
            .into_iter()
            .map(move |form| (format!("{form:?}"), Fixture::of(component, form).json)),
    )
}

fn nulls(component: &'static str) -> Variants {
    let sample = Fixture::of(component, Form::Object);
    let all = sample.changed(|site, value| {
        if site.may_be_null() {
            *value = Value::Null;
        }
    });
    let may_be = |site: &Site| site.may_be_null() && !site.place.is_repeated();
    let sites = sample.sites.clone().into_iter().filter(may_be);
    let alone = sites.map(move |site| {
        (format!("null in {}", site.place), site.place.set(&sample.json, Value::Null))
    });
    Box::new(alone.chain([("null everywhere".to_owned(), all)]))
}

fn absent(component: &'static str) -> Variants {
    let sample = Fixture::of(component, Form::Object);
    let alone = |site: &Site| site.may_be_absent() && !site.place.is_repeated();
    let sites = sample.sites.clone().into_iter().filter(alone);
    Box::new(sites.map(move |site| {
        (format!("without {}", site.place), site.place.remove(&sample.json))
    }))
}

fn bare(component: &'static str) -> Variants {
    let sample = Fixture::of(component, Form::Object);
    let mut bare = sample.json.clone();
    for site in sample.sites.iter().rev().filter(|site| site.may_be_absent()) {
        bare = site.place.remove(&bare);
    }
    Box::new([("without all that is optional".to_owned(), bare)].into_iter())
}

fn unknown_keys(component: &'static str) -> Variants {
    Box::new(FORMS.into_iter().map(move |form| {
        let sample = Fixture::of(component, form);
        let mut json = sample.changed(|site, value| {
            let has_keys =
                matches!(site.schema.kind(), Kind::Object | Kind::Expandable(_));
            if has_keys && value.is_object() {
                add_unknown(value);
            }
        });
        add_unknown(&mut json);
        (format!("{form:?}"), json)
    }))
}

/// Adds keys before and after the known ones.
fn add_unknown(object: &mut Value) {
    let object = object.as_object_mut().expect("an object");
    let known = std::mem::take(object);
    object.insert(
        "a_new_key".to_owned(),
        json!({"id": {"object": [null, 1, {"id": "x"}]}}),
    );
    object.insert(String::new(), json!("new"));
    object.extend(known);
    object.insert("new_null".to_owned(), Value::Null);
    object.insert("new_number".to_owned(), json!(-1.5e300));
    object.insert("new_list".to_owned(), json!([[], {}, "ü"]));
}

fn unknown_values(component: &'static str) -> Variants {
    Box::new(FORMS.into_iter().map(move |form| {
        let mut count = 0;
        let json = Fixture::of(component, form).changed(|site, value| {
            if let Kind::Enum(_) = site.schema.kind() {
                count += 1;
                *value = json!(format!("invented {count}"));
            }
        });
        (format!("{form:?}"), json)
    }))
}

/// `object` distinguishes types where there are several; otherwise it does not matter.
fn unknown_kinds(component: &'static str) -> Variants {
    let sample = Fixture::of(component, Form::Object);
    let tags = |site: &Site| matches!(site.schema.kind(), Kind::Tag(_));
    let invented = sample.changed(|site, value| {
        if tags(site) {
            *value = json!("invented_kind");
        }
    });
    let mut without = sample.json.clone();
    for site in sample.sites.iter().filter(|site| tags(site)) {
        without = site.place.remove(&without);
    }
    Box::new(
        [("invented".to_owned(), invented), ("absent".to_owned(), without)].into_iter(),
    )
}

fn unknown_shapes(component: &'static str) -> Variants {
    let shapes = [
        json!(7),
        json!(1.5),
        json!(true),
        json!([]),
        json!([1, "x", null]),
        json!({"object": "invented"}),
        json!({"object": "invented", "id": "new_1", "deleted": false}),
        json!({"object": "invented", "id": "new_2", "deleted": true}),
        json!({"object": 5, "deleted": true}),
    ];
    Box::new(shapes.into_iter().map(move |shape| in_expandables(component, &shape)))
}

/// Everything that can be expanded has an id.
fn without_id(component: &'static str) -> Variants {
    let no_kind = [json!({}), json!({"url": null, "n": [1]})];
    let no_kind =
        no_kind.into_iter().map(move |shape| in_expandables(component, &shape));
    let known_kind = Fixture::of(component, Form::Id).changed(|site, value| {
        if let Kind::Expandable(targets) = site.schema.kind() {
            *value = json!({"object": targets[0], "name": "x"});
        }
    });
    Box::new(no_kind.chain([("known kind".to_owned(), known_kind)]))
}

fn in_expandables(component: &str, shape: &Value) -> (String, Value) {
    let json = Fixture::of(component, Form::Id).changed(|site, value| {
        if let Kind::Expandable(_) = site.schema.kind() {
            *value = shape.clone();
        }
    });
    (shape.to_string(), json)
}

fn reversed(component: &'static str) -> Variants {
    Box::new(FORMS.into_iter().map(move |form| {
        let mut json = Fixture::of(component, form).changed(|_, value| reverse(value));
        reverse(&mut json);
        (format!("{form:?}"), json)
    }))
}

fn reverse(value: &mut Value) {
    if let Value::Object(object) = value {
        *object = std::mem::take(object).into_iter().rev().collect();
    }
}
