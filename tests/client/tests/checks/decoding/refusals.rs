//! JSON that does not have the shape of its type is rejected, and the error names the
//! position.

use client_tests::report::{Trial, test};
use client_tests::response::place::Place;
use client_tests::response::roots::{ROOTS, Refuse, Root};
use client_tests::response::sample::{Fixture, Form, Site};
use client_tests::response::schema::Kind;
use serde_json::{Value, json};

use super::{Outcome, ensure};

type Check = (&'static str, fn(&Way) -> Outcome);

const CHECKS: [Check; 3] = [
    ("a_missing_required_field_is_named", missing),
    ("null_in_a_required_field_is_as_if_it_were_missing", null),
    ("a_wrong_type_is_named", wrong_type),
];

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for root in ROOTS {
        for (name, check) in CHECKS {
            for (way, refuse) in
                [("calls", root.refuse), ("kept_json", root.refuse_kept)]
            {
                let way_name = format!("{}::{name}::{way}", root.name);
                let way = Way { component: root.name, refuse };
                trials.push(test(&way_name, move || check(&way)));
            }
        }
        let name = format!("{}::what_is_not_json_is_refused", root.name);
        trials.push(test(&name, || not_json(root)));
    }
    trials
}

/// A component, and a way to read it.
struct Way {
    component: &'static str,
    refuse: Refuse,
}

impl Way {
    fn full(&self) -> Fixture {
        Fixture::of(self.component, Form::Object)
    }

    /// Optional members of an event never cost the event.
    fn is_lenient(&self, site: &Site) -> bool {
        self.component == "event" && !site.required
    }

    /// Checks that it is rejected at `place`, with a message that begins with `message`.
    fn refused(&self, json: &Value, place: &Place, message: &str) -> Outcome {
        let refusal = (self.refuse)(&json.to_string());
        let refusal = refusal.map_err(|problem| format!("{place}: {problem}"))?;
        let told =
            refusal.path == place.to_string() && refusal.message.starts_with(message);
        ensure(told, &format!("{place} should be `{message} …`, is {refusal:?}"))
    }
}

fn missing(way: &Way) -> Outcome {
    let sample = way.full();
    let required =
        |site: &&Site| site.required && !site.may_be_absent() && !is_tag(site);
    for site in sample.sites.iter().filter(required) {
        let key = site.place.last_key().expect("a key");
        let json = site.place.remove(&sample.json);
        way.refused(&json, &site.place.parent(), &format!("missing field `{key}`"))?;
    }
    Ok(())
}

fn null(way: &Way) -> Outcome {
    let sample = way.full();
    for site in sample.sites.iter().filter(|site| !site.may_be_null() && !is_tag(site)) {
        let json = site.place.set(&sample.json, Value::Null);
        match site.place.last_key().filter(|_| site.required) {
            Some(key) => {
                let message = format!("missing field `{key}`");
                way.refused(&json, &site.place.parent(), &message)?;
            }
            None => way.refused(&json, &site.place, "expected ")?,
        }
    }
    Ok(())
}

fn wrong_type(way: &Way) -> Outcome {
    let sample = way.full();
    let probes = probes();
    for probe in probes.iter().filter(|probe| !probe.is_object()) {
        way.refused(probe, &Place::default(), "expected an object, found ")?;
    }
    let strict = |site: &&Site| !site.place.is_repeated() && !way.is_lenient(site);
    for site in sample.sites.iter().filter(strict) {
        for probe in probes.iter().filter(|probe| !fits(&site.schema.kind(), probe)) {
            let json = site.place.set(&sample.json, probe.clone());
            way.refused(&json, &site.place, "expected ")
                .map_err(|problem| format!("{probe}: {problem}"))?;
        }
    }
    Ok(())
}

fn not_json(root: &Root) -> Outcome {
    let text = Fixture::of(root.name, Form::Object).json.to_string();
    let cut = &text[..text.len() - 1];
    let more = format!("{text} {{}}");
    let deep = format!(r#"{{"new": {}"#, "[".repeat(100_000));
    for text in ["", "null", "<html>", cut, &more, &deep] {
        let read = (root.read)(text);
        ensure(read.is_err(), "it is read")?;
    }
    Ok(())
}

fn is_tag(site: &Site) -> bool {
    matches!(site.schema.kind(), Kind::Tag(_))
}

/// Returns a value of each JSON type.
fn probes() -> [Value; 7] {
    [
        json!(true),
        json!(7),
        json!(1.5),
        json!(u64::MAX),
        json!("x"),
        json!([]),
        json!({}),
    ]
}

/// Returns `true` if a probe is allowed, or wrong for another reason than its type.
fn fits(kind: &Kind, probe: &Value) -> bool {
    match kind {
        Kind::Text | Kind::Decimal | Kind::Enum(_) => probe.is_string(),
        Kind::Integer | Kind::Timestamp => probe.is_i64(),
        Kind::Float => probe.is_number(),
        Kind::Boolean => probe.is_boolean(),
        Kind::Object | Kind::Map(_) | Kind::Raw => probe.is_object(),
        Kind::Array(_) => probe.is_array(),
        Kind::Expandable(_) | Kind::Tag(_) => true,
    }
}
