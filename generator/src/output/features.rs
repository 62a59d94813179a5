//! Explains the features of a crate whose operations are in groups, for its front page.

use crate::input::scope::Package;
use crate::rust::groups::{FULL, Feature};
use crate::rust::{Crate, Groups};

/// Returns the section of the front page, unless everything is always compiled. Programs of
/// `package` turn features on.
pub(super) fn section(krate: &Crate, package: &Package) -> String {
    let Some(groups) = &krate.groups else { return String::new() };
    let events = if krate.events.is_some() { EVENTS } else { "" };
    text(groups, events, package)
}

/// The paragraph about features and events.
const EVENTS: &str = "\n\nAn event can always be decoded. Its object has a type if a feature that \
    is on contains it, and is raw\nJSON otherwise.";

fn text(groups: &Groups, events: &str, package: &Package) -> String {
    let Package { name, version, .. } = package;
    let (features, bundles) = (table(&groups.features), bundles(&groups.bundles));
    let some: Vec<String> =
        groups.features.iter().take(2).map(|f| format!("{:?}", f.name)).collect();
    let some = some.join(", ");
    format!(
        "\n\n# Features for resources\n\n\
         Operations are behind features, and no such feature is on by default. A program names \
         those that it\ncalls:\n\n\
         ```toml\n{name} = {{ version = \"{version}\", features = [{some}] }}\n```\n\n\
         A feature has the operations on its paths. A type is compiled if one of the features \
         that are on\ncontains it, so nothing more has to be named for what a call sends and \
         receives. What a field refers\nto by its id is of another feature: the field has the \
         same type without it, and with it also\n`object()`, which decodes the expanded object.{events}\
         \n\n{features}{bundles}"
    )
}

fn table(features: &[Feature]) -> String {
    let row = |feature: &Feature| {
        let paths: Vec<String> =
            feature.paths.iter().map(|path| format!("`{path}`")).collect();
        format!("| `{}` | {} |\n", feature.name, paths.join(", "))
    };
    let rows: String = features.iter().map(row).collect();
    format!("| Feature | Operations on |\n|---|---|\n{rows}")
}

/// Returns the table of the features that turn on others.
fn bundles(bundles: &[(String, Vec<String>)]) -> String {
    let row = |(name, features): &(String, Vec<String>)| {
        let names: Vec<String> =
            features.iter().map(|name| format!("`{name}`")).collect();
        format!("| `{name}` | {} |\n", names.join(", "))
    };
    let rows: String = bundles.iter().map(row).collect();
    format!(
        "\nFeatures that turn on others:\n\n\
         | Feature | Turns on |\n|---|---|\n{rows}| `{FULL}` | all of them |\n"
    )
}

/// Returns the lines of the manifest that declare the features.
pub(super) fn manifest(groups: &Groups) -> String {
    let mut text =
        "# The operations below a path, and the types that they need; none turns on \
                    another.\n"
            .to_owned();
    for Feature { name, .. } in &groups.features {
        text.push_str(&format!("{name} = []\n"));
    }
    text.push_str("# Several of these.\n");
    for (name, features) in &groups.bundles {
        text.push_str(&format!("{name} = {features:?}\n"));
    }
    let all: Vec<&str> = groups.features.iter().map(|f| f.name.as_str()).collect();
    text.push_str(&format!("{FULL} = {all:?}\n"));
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::{Events, TypeId};
    use crate::testing::{grouped, inputs};

    #[test]
    fn the_section_tells_what_each_feature_has() {
        let krate =
            grouped(&["GET /v1/boats", "GET /v1/oars/{oar}"], &[("fleet", &["boats"])]);
        let text = section(&krate, &inputs().scope.package);
        for part in [
            "boats-api = { version = \"1.2.3\", features = [\"boats\", \"oars\"] }",
            "| `boats` | `/v1/boats` |\n| `oars` | `/v1/oars` |",
            "| `fleet` | `boats` |\n| `full` | all of them |",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert!(!text.contains(EVENTS));
        let [event, object, kind] = [TypeId(0); 3];
        let events = Events { event, object, kind, carried: BTreeMap::new() };
        let with_events = Crate { events: Some(events), ..krate };
        assert!(section(&with_events, &inputs().scope.package).contains(EVENTS));
        let without = crate::model::Api::empty().planned();
        assert_eq!(section(&without, &inputs().scope.package), "");
    }

    #[test]
    fn features_of_the_manifest_turn_on_others_only_in_bundles() {
        let krate =
            grouped(&["GET /v1/boats", "GET /v1/oars"], &[("fleet", &["boats"])]);
        let text = manifest(krate.groups.as_ref().unwrap());
        let lines: Vec<&str> =
            text.lines().filter(|line| !line.starts_with('#')).collect();
        let expected = [
            "boats = []",
            "oars = []",
            "fleet = [\"boats\"]",
            "full = [\"boats\", \"oars\"]",
        ];
        assert_eq!(lines, expected);
    }
}
