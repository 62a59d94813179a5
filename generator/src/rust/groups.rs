//! Assigns the items of a crate to features.
//!
//! A feature has the operations of a group of paths. Features never turn each other on: an
//! operation is compiled with its feature alone, and a type with every feature whose operations
//! contain it. What expanding an id leads to is not contained: the marker of the id is always
//! there, and leads to its object where that is compiled for another reason. So a field has the
//! same type whatever features are on.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result, escape, suggest};
use crate::input::runtime;
use crate::input::scope::{ANY, Scope, is_feature};
use crate::model::{Api, Calls, Operation, Shape, TypeId};
use crate::rust::Crate;

/// The feature that turns on all others.
pub(crate) const FULL: &str = "full";

/// The features that an item is compiled with: any of them is enough. An item without features is
/// always compiled.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Features(BTreeSet<String>);

impl Features {
    /// Returns the features with these names.
    pub fn of(names: &[&str]) -> Self {
        Self(names.iter().map(|name| (*name).to_owned()).collect())
    }

    /// Returns `true` if the item is compiled whatever features are on.
    pub fn is_always(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Returns the features of something that exists if any of its parts does.
    pub fn any<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut all = BTreeSet::new();
        for part in parts {
            if part.is_always() {
                return Self::default();
            }
            all.extend(part.0.iter().cloned());
        }
        Self(all)
    }

    /// Returns the features that a part has to name inside something with the features `around`:
    /// none if the part is compiled whenever that is.
    #[must_use]
    pub fn within(&self, around: &Self) -> Self {
        let is_wider = !around.is_always() && self.0.is_superset(&around.0);
        if is_wider { Self::default() } else { self.clone() }
    }

    /// Returns `true` if the item is compiled with one of these features on.
    pub fn are_on(&self, enabled: &[&str]) -> bool {
        self.is_always() || self.names().any(|name| enabled.contains(&name))
    }
}

impl fmt::Display for Features {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.names().enumerate() {
            f.write_str(if index == 0 { "" } else { " or " })?;
            f.write_str(name)?;
        }
        Ok(())
    }
}

/// The features of a crate.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// The features with operations, in order.
    pub features: Vec<Feature>,
    /// The features that turn on others, in order, without the one that turns on all.
    pub bundles: Vec<(String, Vec<String>)>,
}

/// A feature with operations.
#[derive(Clone, Debug)]
pub struct Feature {
    /// The name.
    pub name: String,
    /// The beginnings of the paths of its operations.
    pub paths: Vec<String>,
}

/// The features of all items; those of a crate without groups are always compiled.
#[derive(Debug)]
pub(super) struct Assigned {
    /// The features, or `None` if the scope has no groups.
    pub(super) groups: Option<Groups>,
    /// By type.
    pub(super) types: Vec<Features>,
    /// By operation.
    pub(super) operations: Vec<Features>,
    /// By node: an accessor exists if one below it or one of its operations does.
    pub(super) accessors: Vec<Features>,
    /// By operation: the file below that of its accessor, unless the operation is compiled
    /// whenever the accessor is.
    pub(super) parts: Vec<Option<String>>,
}

/// Assigns all items.
pub(super) fn assign(api: &Api, scope: &Scope) -> Assigned {
    let Some(groups) = scope.groups.as_ref().filter(|_| !scope.is_selection) else {
        return Assigned {
            groups: None,
            types: vec![Features::default(); api.types.len()],
            operations: vec![Features::default(); api.operations.len()],
            accessors: vec![Features::default(); api.calls.nodes.len()],
            parts: vec![None; api.operations.len()],
        };
    };
    let homes: Vec<(String, String)> =
        api.operations.iter().map(|o| home(o, &groups.folds)).collect();
    let features = features(&homes);
    let names: Vec<String> = homes.into_iter().map(|(name, _)| name).collect();
    let only = |name: &String| Features(BTreeSet::from([name.clone()]));
    let operations: Vec<Features> = names.iter().map(only).collect();
    let accessors = of_accessors(&api.calls, &operations);
    Assigned {
        types: of_types(api, &names, features.len()),
        parts: parts(&api.calls, &names, &operations, &accessors),
        operations,
        accessors,
        groups: Some(Groups {
            features,
            bundles: groups.bundles.clone().into_iter().collect(),
        }),
    }
}

/// Returns the feature of an operation, and the beginning of its path that decides it: the longest
/// prefix with a row, or else the first word after the version.
pub(super) fn home(
    operation: &Operation,
    folds: &BTreeMap<String, String>,
) -> (String, String) {
    let path: Vec<&str> = operation.path.split('/').collect();
    let matching = folds.iter().filter_map(|(prefix, feature)| {
        let prefix: Vec<&str> = prefix.split('/').collect();
        let mut pairs = prefix.iter().zip(&path);
        let is_prefix = prefix.len() <= path.len()
            && pairs.all(|(one, other)| one == other || *one == ANY);
        let word = || path.get(prefix.iter().position(|segment| *segment == ANY)?);
        let feature = if feature == ANY { word()? } else { feature.as_str() };
        is_prefix.then_some((prefix.len(), feature))
    });
    // A path starts with an empty segment and the version.
    let first = (3, operation.segments().first().copied().unwrap_or_default());
    let (length, feature) = matching.max_by_key(|(length, _)| *length).unwrap_or(first);
    (feature.to_owned(), path[..length.min(path.len())].join("/"))
}

/// Returns the features with the beginnings of their paths.
fn features(homes: &[(String, String)]) -> Vec<Feature> {
    let mut all: BTreeMap<&String, BTreeSet<&String>> = BTreeMap::new();
    for (name, path) in homes {
        all.entry(name).or_default().insert(path);
    }
    let feature = |(name, paths): (&String, BTreeSet<&String>)| Feature {
        name: name.clone(),
        paths: paths.into_iter().cloned().collect(),
    };
    all.into_iter().map(feature).collect()
}

fn of_accessors(calls: &Calls, operations: &[Features]) -> Vec<Features> {
    let mut all: Vec<BTreeSet<String>> = vec![BTreeSet::new(); calls.nodes.len()];
    // Parents come first.
    for (index, node) in calls.nodes.iter().enumerate().rev() {
        let own = node.operations.iter().flat_map(|id| operations[id.0].0.clone());
        all[index].extend(own);
        if let Some(parent) = node.parent {
            let below = all[index].clone();
            all[parent].extend(below);
        }
    }
    all.into_iter().map(Features).collect()
}

fn parts(
    calls: &Calls,
    names: &[String],
    operations: &[Features],
    accessors: &[Features],
) -> Vec<Option<String>> {
    let mut parts = vec![None; operations.len()];
    for (node, around) in calls.nodes.iter().zip(accessors) {
        for id in &node.operations {
            let is_part = !operations[id.0].within(around).is_always();
            parts[id.0] = is_part.then(|| format!("{}_operations", names[id.0]));
        }
    }
    parts
}

/// Returns the features of all types, of `count` features that there are. A type that all of them
/// contain is always compiled.
fn of_types(api: &Api, names: &[String], count: usize) -> Vec<Features> {
    let mut types = vec![BTreeSet::new(); api.types.len()];
    for (operation, name) in api.operations.iter().zip(names) {
        let roots = operation.response.id().into_iter().chain(operation.params);
        for root in roots {
            contain(api, root, &BTreeSet::from([name.clone()]), &mut types);
        }
    }
    if let Some(events) = &api.events {
        // An event contains its object as JSON, and the union of the objects has those of them
        // that are compiled. Objects that nothing else contains come with the events.
        let own = types[events.event.0].clone();
        types[events.object.0].clone_from(&own);
        types[events.kind.0].extend(own.clone());
        for object in api.get(events.object).shape.parts() {
            if types[object.0].is_empty() {
                contain(api, object, &own, &mut types);
            }
        }
    }
    // What a field refers to can be of several types. Their union comes with any of them.
    for id in api.ids() {
        if let Shape::Union(variants) = &api.get(id).shape
            && types[id.0].is_empty()
        {
            let all = variants.iter().flat_map(|variant| types[variant.ty.0].clone());
            types[id.0] = all.collect();
        }
    }
    let is_marker = |id: TypeId| matches!(api.get(id).shape, Shape::Reference(_));
    let finish = |(id, features): (TypeId, BTreeSet<String>)| {
        let is_always = is_marker(id) || features.len() == count;
        if is_always { Features::default() } else { Features(features) }
    };
    api.ids().zip(types).map(finish).collect()
}

/// Adds features to a type and all that it contains.
fn contain(
    api: &Api,
    root: TypeId,
    features: &BTreeSet<String>,
    types: &mut [BTreeSet<String>],
) {
    let mut pending = vec![root];
    while let Some(id) = pending.pop() {
        if types[id.0].is_superset(features) {
            continue;
        }
        types[id.0].extend(features.iter().cloned());
        let shape = &api.get(id).shape;
        if !matches!(shape, Shape::Reference(_)) {
            pending.extend(shape.parts());
        }
    }
}

impl Crate {
    /// Returns the features of a module: it exists if something in it does.
    pub fn features_of_module(&self, path: &str) -> Features {
        let is_inside = |module: &str| {
            let rest = module.strip_prefix(path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        let types = self.types.iter().filter(|def| is_inside(&def.name.module));
        let accessors = self.accessors.iter().filter(|a| is_inside(&a.name.module));
        let accessors = accessors.map(|accessor| &accessor.features);
        Features::any(types.map(|def| &def.features).chain(accessors))
    }
}

/// Checks that features have different names, and that bundles name features of the crate. `file`
/// is the scope's.
///
/// # Errors
/// Returns an error for each feature or bundle that Cargo would reject.
pub fn check(krate: &Crate, file: &str) -> Result<()> {
    let Some(groups) = &krate.groups else { return Ok(()) };
    let mut problems = Diagnostics::default();
    let taken = runtime::features();
    let is_taken = |name: &str| name == FULL || taken.contains(name);
    let at = |pointer: &str| Place::Pointer(format!("/groups/{pointer}"));
    for Feature { name, paths } in &groups.features {
        let fault = match name {
            name if is_taken(name) => "is another feature of the crate",
            name if !is_feature(name) => "cannot be the name of a feature",
            _ => continue,
        };
        let path = paths.first().map(String::as_str).unwrap_or_default();
        let fault = format!("`{name}`, the feature of `{path}`, {fault}");
        problems.push(Diagnostic::new(file, at("folds"), fault).help(format!(
            "give the path another feature with a row: `\"{path}\" = \"another_name\"`"
        )));
    }
    let names: Vec<&str> = groups.features.iter().map(|f| f.name.as_str()).collect();
    for (bundle, parts) in &groups.bundles {
        let pointer = format!("bundles/{}", escape(bundle));
        if is_taken(bundle) || names.contains(&bundle.as_str()) {
            let fault = format!("`{bundle}` is another feature of the crate");
            let help = "choose another name for the bundle";
            problems.push(Diagnostic::new(file, at(&pointer), fault).help(help));
        }
        for (index, part) in parts.iter().enumerate() {
            if !names.contains(&part.as_str()) {
                let place = at(&format!("{pointer}/{index}"));
                let otherwise =
                    "name a feature: the first word of a path after the version";
                let help = suggest::help(part, names.iter().copied(), otherwise);
                let fault = format!("unknown feature `{part}` in {}", krate.file);
                problems.push(Diagnostic::new(file, place, fault).help(help));
            }
        }
    }
    problems.into_result(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::scope;
    use crate::model::{Events, Received};
    use crate::testing::{faults, field, grouped, list, path};

    /// Returns the features of all types, in words.
    fn of_types(api: Api) -> Vec<String> {
        let krate = api.planned_in_groups(&[]);
        krate.types.iter().map(|def| words(&def.features)).collect()
    }

    fn words(features: &Features) -> String {
        features.names().collect::<Vec<_>>().join(" ")
    }

    fn folds(rows: &[(&str, &str)]) -> Scope {
        let rows = rows.iter().map(|(prefix, name)| (*prefix, *name));
        let rows = rows.map(|(prefix, name)| (prefix.to_owned(), name.to_owned()));
        let groups = scope::Groups { folds: rows.collect(), ..Default::default() };
        Scope { groups: Some(groups), ..Scope::default() }
    }

    #[test]
    fn an_operation_has_the_feature_of_the_longest_prefix() {
        let scope = folds(&[
            ("/v1/tests/*", "*"),
            ("/v1/tests/clocks", "clocks_of_tests"),
            ("/v1/deep/{one}/and/{two}/deeper/*", "*"),
            ("/v1/boat", "boats"),
            ("/v1/boats/{boat}/oars", "oars"),
        ]);
        let table = [
            ("/v1/boats/{boat}", "boats", "/v1/boats"),
            ("/v1/boat", "boats", "/v1/boat"),
            ("/v1/boats/{boat}/oars/{oar}", "oars", "/v1/boats/{boat}/oars"),
            ("/v1/tests/sails/{sail}/tear", "sails", "/v1/tests/sails"),
            ("/v1/tests/clocks", "clocks_of_tests", "/v1/tests/clocks"),
            // A prefix ends where a segment does.
            ("/v1/boat_houses", "boat_houses", "/v1/boat_houses"),
        ];
        for (path, feature, beginning) in table {
            let mut api = Api::empty();
            api.operation(&format!("GET {path}"), Received::String);
            let groups = api.planned_with(&scope).groups.unwrap();
            assert_eq!(groups.features[0].name, feature, "{path}");
            assert_eq!(groups.features[0].paths, [beginning], "{path}");
        }
    }

    #[test]
    fn types_follow_what_contains_them_and_markers_are_always_there() {
        let mut api = Api::empty();
        let colour = api.choice(path("boat:colour"), &["red"]);
        let boat = api.object("boat", [field("colour", Received::Named(colour))]);
        let marker = api.reference("boat", Some(boat));
        let expandable = Received::Expandable(marker, Vec::new());
        let oar = api.object(
            "oar",
            [field("boat", expandable), field("colour", Received::Named(colour))],
        );
        api.operation("GET /v1/boats", list(boat));
        api.operation("GET /v1/oars", list(oar));
        api.operation("GET /v1/sails", Received::String);
        assert_eq!(of_types(api), ["boats oars", "boats", "", "oars"]);
    }

    #[test]
    fn a_type_that_all_features_have_needs_none() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        api.operation("GET /v1/boats", list(boat));
        api.operation("GET /v1/oars/{oar}/boat", Received::Named(boat));
        assert_eq!(of_types(api), [""]);
    }

    #[test]
    fn events_do_not_contain_their_objects() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let storm = api.object("storm", []);
        let event = api.object("signal", []);
        let object = api.union("signal:object", &[boat, storm]);
        let kind = api.choice(path("signal:type"), &["boat.sunk"]);
        api.events = Some(Events { event, object, kind, carried: BTreeMap::new() });
        api.operation("GET /v1/boats", list(boat));
        api.operation("GET /v1/signals", list(event));
        let expected = ["boats", "signals", "signals", "signals", "signals"];
        assert_eq!(of_types(api), expected);
    }

    #[test]
    fn a_union_that_only_a_marker_leads_to_comes_with_any_of_its_types() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let raft = api.object("raft", []);
        let union = api.union("oar:home", &[boat, raft]);
        let marker = api.reference("boat", Some(union));
        let home = Received::Expandable(marker, Vec::new());
        let oar = api.object("oar", [field("home", home)]);
        api.operation("GET /v1/boats", list(boat));
        api.operation("GET /v1/rafts", list(raft));
        api.operation("GET /v1/oars", list(oar));
        assert_eq!(of_types(api), ["boats", "rafts", "boats rafts", "", "oars"]);
    }

    #[test]
    fn an_accessor_has_the_features_of_what_is_below_it() {
        let mut api = Api::empty();
        api.operation("POST /v1/boats", Received::String);
        api.operation("GET /v1/boats/{boat}", Received::String);
        api.operation("GET /v1/boats/{boat}/oars/{oar}", Received::String);
        let scope = folds(&[("/v1/boats/{boat}/oars", "oars")]);
        let krate = api.planned_with(&scope);
        let accessors: Vec<String> =
            krate.accessors.iter().map(|accessor| words(&accessor.features)).collect();
        assert_eq!(accessors, ["boats oars", "oars"]);
        let parts: Vec<Option<&str>> =
            krate.operations.iter().map(|o| o.part.as_deref()).collect();
        let part = Some("boats_operations");
        assert_eq!(parts, [part, part, None]);
    }

    #[test]
    fn a_part_names_its_features_unless_it_is_there_whenever_its_surroundings_are() {
        let table: [(&[&str], &[&str], &str); 6] = [
            (&["a"], &["a"], ""),
            (&["a", "b"], &["a"], ""),
            (&["a"], &["a", "b"], "a"),
            (&["a"], &["b"], "a"),
            (&["a"], &[], "a"),
            (&[], &["a"], ""),
        ];
        for (part, around, expected) in table {
            let found = Features::of(part).within(&Features::of(around));
            assert_eq!(words(&found), expected, "{part:?} in {around:?}");
        }
        let any = |parts: &[&[&str]]| {
            let parts: Vec<Features> =
                parts.iter().map(|part| Features::of(part)).collect();
            words(&Features::any(&parts))
        };
        assert_eq!(any(&[&["a"], &["b", "a"]]), "a b");
        assert_eq!(any(&[&["a"], &[]]), "");
        let some = Features::of(&["a", "b"]);
        assert!(some.are_on(&["b"]) && !some.are_on(&["c"]));
        assert!(Features::default().are_on(&[]));
    }

    /// Returns the faults of a crate with these routes and bundles.
    fn checked(routes: &[&str], bundles: &[(&str, &[&str])]) -> Vec<String> {
        let krate = grouped(routes, bundles);
        faults(check(&krate, "scope.toml"))
    }

    #[test]
    fn features_have_names_of_their_own() {
        assert!(checked(&["GET /v1/boats"], &[("fleet", &["boats"])]).is_empty());
        let fault =
            "`testing`, the feature of `/v1/testing`, is another feature of the crate";
        assert_eq!(checked(&["GET /v1/testing/{t}"], &[]), [fault]);
        let fault =
            "`{boat}`, the feature of `/v1/{boat}`, cannot be the name of a feature";
        assert_eq!(checked(&["GET /v1/{boat}"], &[]), [fault]);
        for name in ["boats", "full", "default"] {
            let fault = format!("`{name}` is another feature of the crate");
            assert_eq!(checked(&["GET /v1/boats"], &[(name, &["boats"])]), [fault]);
        }
    }

    #[test]
    fn bundles_turn_on_features_with_operations_only() {
        let found = checked(&["GET /v1/boats"], &[("fleet", &["boats", "boat"])]);
        assert_eq!(found, ["unknown feature `boat` in api.json"]);
    }
}
