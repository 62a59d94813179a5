//! Objects synthesised from the document: every leaf is kept.

use std::collections::BTreeSet;

use client_tests::report::{Trial, test};
use client_tests::response::differences::compare;
use client_tests::response::expected::expected;
use client_tests::response::place::Place;
use client_tests::response::roots::{ROOTS, Root};
use client_tests::response::sample::{BOOLEAN_ROUNDS, Fixture, Form};
use client_tests::response::schema::{Kind, Schema, resources};
use client_tests::response::variants::{GROUPS, Group};
use serde_json::Value;

use super::{Outcome, ensure};

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = vec![
        test("every_resource_has_a_type", every_resource_has_a_type),
        test("samples_are_full_and_distinct", samples_are_full_and_distinct),
    ];
    for root in ROOTS {
        for group in GROUPS {
            let name = format!("{}::{}", root.name, group.0);
            trials.push(test(&name, || found_again(root, group)));
        }
    }
    trials
}

fn found_again(root: &Root, (_, variants): &Group) -> Outcome {
    for (label, json) in variants(root.name) {
        check(root, &json).map_err(|problem| format!("{label}:\n{problem}"))?;
    }
    Ok(())
}

/// Reads and serializes an object and compares it leaf by leaf. Returns the number of
/// leaves.
pub(crate) fn check(root: &Root, json: &Value) -> Result<usize, String> {
    let schema = Schema::component(root.name).expect("a component");
    let found = (root.read)(&json.to_string())?;
    let leaves = compare(&expected(schema, json), &found)?;
    ensure(leaves > 0, "nothing was compared")?;
    Ok(leaves)
}

fn every_resource_has_a_type() -> Outcome {
    let typed: BTreeSet<_> = ROOTS.iter().map(|root| root.name).collect();
    let documented: BTreeSet<_> = resources().collect();
    ensure(
        typed == documented,
        &format!("{typed:?} are typed, {documented:?} documented"),
    )
}

/// Checks an assumption of the other tests: no two leaves are equal.
fn samples_are_full_and_distinct() -> Outcome {
    for root in ROOTS {
        let rounds: Vec<_> = (0..BOOLEAN_ROUNDS)
            .map(|round| Fixture::round(root.name, Form::Id, round))
            .collect();
        let first = rounds.first().expect("a round");
        let mut seen = BTreeSet::new();
        for site in &first.sites {
            let value = site.place.find(&first.json);
            let value =
                value.ok_or_else(|| format!("{} has no {}", root.name, site.place))?;
            let history = || value_in_all(&rounds, &site.place);
            let own = match site.schema.kind() {
                Kind::Boolean => history(),
                // Enums differ when their values are unknown.
                Kind::Enum(_) | Kind::Tag(_) => continue,
                Kind::Array(of) if matches!(of.kind(), Kind::Enum(_)) => continue,
                // Empty, or distinguished by its contents.
                Kind::Object => continue,
                _ => value.to_string(),
            };
            ensure(
                seen.insert(own),
                &format!("{}: {} is not unique", root.name, site.place),
            )?;
        }
    }
    Ok(())
}

fn value_in_all(rounds: &[Fixture], place: &Place) -> String {
    let values = rounds.iter().map(|sample| place.find(&sample.json));
    values.map(|value| value.map(ToString::to_string).unwrap_or_default()).collect()
}
