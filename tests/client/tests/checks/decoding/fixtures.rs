//! Stripe's own fixtures, of this crate's version and of an older one.

use std::fs;
use std::path::Path;

use client_tests::official::{CLOVER, DAHLIA};
use client_tests::report::{Trial, needing, test};
use client_tests::response::roots::{ROOTS, root};
use client_tests::response::sample::{Fixture, Form};
use client_tests::response::schema::Kind;
use serde_json::Value;

use super::samples::check;
use super::{Outcome, ensure};

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        needing("fixtures_of_this_version", DAHLIA.fixtures(), all_in_scope),
        needing("fixtures_of_an_older_version", CLOVER.fixtures(), all_in_scope),
        needing("fixtures_as_expanded_objects", DAHLIA.fixtures(), expanded),
        needing("fixtures_as_expanded_objects_older", CLOVER.fixtures(), expanded),
        test("the_response_of_the_public_reference", public_reference),
        test("unknown_ui_mode_keeps_its_text", old_ui_mode),
    ]
}

fn resources(path: &Path) -> Result<serde_json::Map<String, Value>, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let mut file: Value =
        serde_json::from_str(&text).map_err(|error| error.to_string())?;
    match file["resources"].take() {
        Value::Object(resources) => Ok(resources),
        _ => Err("there are no resources in it".to_owned()),
    }
}

fn all_in_scope(path: &Path) -> Outcome {
    let fixtures = resources(path)?;
    for root in ROOTS {
        let fixture = fixtures.get(root.name);
        let fixture = fixture.ok_or_else(|| format!("{} has no fixture", root.name))?;
        let leaves = check(root, fixture)
            .map_err(|problem| format!("{}:\n{problem}", root.name))?;
        ensure(leaves >= 5, &format!("{} has {leaves} leaves only", root.name))?;
    }
    Ok(())
}

/// Checks each expandable field with Stripe's fixture of each of its targets.
fn expanded(path: &Path) -> Outcome {
    let fixtures = resources(path)?;
    let mut checked = 0;
    for root in ROOTS {
        let sample = Fixture::of(root.name, Form::Id);
        for site in &sample.sites {
            let Kind::Expandable(targets) = site.schema.kind() else { continue };
            for (name, fixture) in &fixtures {
                if targets.contains(&name.as_str()) {
                    let json = site.place.set(&sample.json, fixture.clone());
                    check(root, &json).map_err(|problem| {
                        format!("{name} in {}:\n{problem}", site.place)
                    })?;
                    checked += 1;
                }
            }
        }
    }
    ensure(checked > 40, &format!("only {checked} fields were expanded"))
}

/// From the documentation of an older version; it lacks `created` and most components.
const PRINTED: &str = r#"{"object":"customer_session","client_secret":"_POpxYpmkXdtttYtZQYhrsOJZ2RCQ9kCqqXRU6qrP5c4Jgje","components":{"buy_button":{"enabled":false},"pricing_table":{"enabled":true}},"customer":"cus_PO34b57IOUb83c","expires_at":1684790027,"livemode":false}"#;

fn public_reference() -> Outcome {
    let json: Value = serde_json::from_str(PRINTED).expect("it is JSON");
    let leaves = check(&root("customer_session"), &json)?;
    ensure(leaves == 7, &format!("it has {leaves} leaves"))
}

/// Accounts with an older version send values that have since been renamed.
fn old_ui_mode() -> Outcome {
    let root = root("checkout.session");
    let sample = Fixture::of(root.name, Form::Id);
    let site = sample.sites.iter().find(|site| site.place.pattern() == "ui_mode");
    let site = site.expect("a session has a ui_mode");
    for old in ["hosted", "embedded", "custom"] {
        let Kind::Enum(values) = site.schema.kind() else {
            panic!("ui_mode is no enum")
        };
        ensure(!values.contains(&old), &format!("{old} is known"))?;
        check(&root, &site.place.set(&sample.json, old.into()))?;
    }
    Ok(())
}
