//! Merges types that are equal for users.
//!
//! Enums of one property name with the same values are one type: wherever they appear, or, if
//! names are unique in a module only, within a resource and across at least three of them.
//! Types with one name in the lock or the scope stay together even if their values
//! differ; the type then has the values of all. Objects that are sent are one type if
//! their structure and their meaning agree: at one path of several operations of a
//! resource, under one property name, or as counterparts of one received type; also
//! across resources if at least three have such an object. Types with different names in the
//! lock or the scope are never joined, so another resource changes no name.

use std::collections::{BTreeMap, BTreeSet};

use super::signatures::Signatures;
use super::twins::Twins;
use super::users::{self, Users};
use super::words::singular;
use super::{Api, EnumValue, Shape, TypeId, prune};
use crate::input::scope::Uniqueness;

/// Merges types. The types that are replaced stay in the list, unused.
///
/// `names` has the names that the lock and the scope give to types, by the keys of their
/// paths.
pub fn share(mut api: Api, names: &BTreeMap<String, String>, unique: Uniqueness) -> Api {
    let enums = Enums::new(&api, names, unique).groups();
    unite_values(&mut api, &enums);
    merge(&mut api, &enums);
    let objects = equal_objects(&api, names);
    merge(&mut api, &objects);
    api
}

/// Type → the type that replaces it.
type Merged = BTreeMap<TypeId, TypeId>;

/// Finds enums that become one.
struct Enums<'a> {
    api: &'a Api,
    names: &'a BTreeMap<String, String>,
    /// All enums, received ones first.
    enums: Vec<TypeId>,
    /// Enum → the first one of those that become one without fixed names.
    equal: Merged,
}

/// The property's name, and the values in alphabetical order.
type EnumKey<'a> = (&'a str, Vec<&'a str>);

impl<'a> Enums<'a> {
    fn new(
        api: &'a Api,
        names: &'a BTreeMap<String, String>,
        unique: Uniqueness,
    ) -> Self {
        let is_enum = |id: &TypeId| matches!(api.get(*id).shape, Shape::Enum(_));
        let mut enums: Vec<TypeId> = api.ids().filter(is_enum).collect();
        enums.sort_by_key(|id| (api.get(*id).origins[0].path.is_sent(), *id));
        let mut by_key: BTreeMap<EnumKey<'_>, Vec<TypeId>> = BTreeMap::new();
        for id in &enums {
            by_key.entry(key(api, *id)).or_default().push(*id);
        }
        let users = Users::of(api);
        let groups = by_key.into_values().flat_map(|equal| match unique {
            Uniqueness::Crate => vec![equal],
            Uniqueness::Module => users.divide(&equal),
        });
        let first = |group: Vec<TypeId>| {
            let first = group.iter().copied().min();
            group.into_iter().filter_map(move |id| Some((id, first?)))
        };
        let equal = groups.flat_map(first).collect();
        Self { api, names, enums, equal }
    }

    /// Groups enums, received ones first. A fixed name also joins enums that equal one of
    /// its members; enums with different fixed names are never joined.
    fn groups(&self) -> Merged {
        let names: BTreeMap<TypeId, &String> = self
            .enums
            .iter()
            .filter_map(|id| Some((*id, fixed_name(self.api, *id, self.names)?)))
            .collect();
        let mut leaders: Merged = BTreeMap::new();
        let mut by_name: BTreeMap<&String, TypeId> = BTreeMap::new();
        let mut by_values: BTreeMap<TypeId, TypeId> = BTreeMap::new();
        for (id, name) in self.enums.iter().filter_map(|id| Some((*id, *names.get(id)?)))
        {
            let leader = *by_name.entry(name).or_insert(id);
            by_values.entry(self.equal_to(id)).or_insert(leader);
            leaders.insert(id, leader);
        }
        for id in self.enums.iter().copied().filter(|id| !names.contains_key(id)) {
            leaders.insert(id, *by_values.entry(self.equal_to(id)).or_insert(id));
        }
        // The earliest member leads its group, so that the outcome does not depend on which
        // members had fixed names.
        let mut earliest: Merged = BTreeMap::new();
        let mut merged = BTreeMap::new();
        for id in self.enums.iter().copied() {
            let leader = leaders.get(&id).copied().unwrap_or(id);
            let first = *earliest.entry(leader).or_insert(id);
            if first != id {
                merged.insert(id, first);
            }
        }
        merged
    }

    fn equal_to(&self, id: TypeId) -> TypeId {
        self.equal.get(&id).copied().unwrap_or(id)
    }
}

fn key(api: &Api, id: TypeId) -> EnumKey<'_> {
    let def = api.get(id);
    let mut values: Vec<&str> = values(&def.shape).map(|v| v.wire.as_str()).collect();
    values.sort_unstable();
    (def.origins[0].path.last_property(), values)
}

/// Returns the name of a type in the lock or the scope.
fn fixed_name<'a>(
    api: &Api,
    id: TypeId,
    names: &'a BTreeMap<String, String>,
) -> Option<&'a String> {
    names.get(&api.key(&api.get(id).origins[0].path))
}

fn values(shape: &Shape) -> impl Iterator<Item = &EnumValue> {
    let values = match shape {
        Shape::Enum(values) => values.as_slice(),
        _ => &[],
    };
    values.iter()
}

/// Gives the first member of a group the values of all its members.
fn unite_values(api: &mut Api, merged: &Merged) {
    for (gone, kept) in merged {
        let others: Vec<EnumValue> = values(&api.get(*gone).shape).cloned().collect();
        if let Shape::Enum(values) = &mut api.types[kept.0].shape {
            unite(values, others);
        }
    }
}

/// Adds the values and the prose that `values` lacks.
fn unite(values: &mut Vec<EnumValue>, others: Vec<EnumValue>) {
    for other in others {
        match values.iter_mut().find(|value| value.wire == other.wire) {
            None => values.push(other),
            Some(value) if value.docs.is_empty() => value.docs = other.docs,
            Some(_) => {}
        }
    }
}

/// The meaning of a sent object, and its structure.
type Sense = (String, usize);

/// Finds objects that are sent and equal in structure and meaning.
fn equal_objects(api: &Api, names: &BTreeMap<String, String>) -> Merged {
    let senses = senses(api, names);
    let mut senders: BTreeMap<&Sense, BTreeSet<&str>> = BTreeMap::new();
    for (id, senses) in &senses {
        for sense in senses {
            senders.entry(sense).or_default().insert(sender(api, *id));
        }
    }
    let mut first: BTreeMap<(&str, &Sense), TypeId> = BTreeMap::new();
    let mut fixed: BTreeMap<TypeId, &String> = BTreeMap::new();
    let mut merged = BTreeMap::new();
    for (id, senses) in &senses {
        let name = fixed_name(api, *id, names);
        let keys: Vec<_> = senses
            .iter()
            // Objects with one name are one, also where few are left of those that share it.
            .map(|sense| {
                match senders[sense].len() >= users::MANY || name == Some(&sense.0) {
                    true => ("", sense),
                    false => (sender(api, *id), sense),
                }
            })
            .collect();
        let is_other = |kept: &&TypeId| match (fixed.get(*kept), name) {
            (Some(other), Some(name)) => *other != name,
            _ => false,
        };
        let mut known = keys.iter().filter_map(|key| first.get(key));
        let kept = known.find(|kept| !is_other(kept)).copied().unwrap_or(*id);
        fixed.extend(name.map(|name| (kept, name)));
        for key in keys {
            first.entry(key).or_insert(kept);
        }
        if kept != *id {
            merged.insert(*id, kept);
        }
    }
    merged
}

/// Returns the senses of each sent object: its name in the lock or the scope, its received
/// counterpart, and its property.
fn senses(api: &Api, names: &BTreeMap<String, String>) -> Vec<(TypeId, Vec<Sense>)> {
    let twins = Twins::of(api);
    let mut signatures = Signatures::new(api);
    let is_object = |id: &TypeId| {
        let def = api.get(*id);
        matches!(def.shape, Shape::Params(_)) && !def.origins[0].path.steps.is_empty()
    };
    let senses = |id: TypeId| {
        let path = &api.get(id).origins[0].path;
        let meanings = [
            fixed_name(api, id, names).cloned(),
            twins.of_path(api, path).map(|twin| format!("={}", twin.0)),
            Some(singular(path.last_property())),
        ];
        let structure = signatures.of(id);
        let senses = meanings.into_iter().flatten().map(|meaning| (meaning, structure));
        (id, senses.collect())
    };
    api.ids().filter(is_object).map(senses).collect()
}

/// Returns the component of the operation that sends a type.
fn sender(api: &Api, id: TypeId) -> &str {
    api.component(&api.get(id).origins[0].path)
}

/// Replaces merged types in all uses. The remaining type takes over their origins.
fn merge(api: &mut Api, merged: &Merged) {
    let mut ambiguous = BTreeSet::new();
    for (gone, kept) in merged {
        if is_described_otherwise(api, *gone, *kept) {
            ambiguous.insert(*kept);
        }
        let origins = api.get(*gone).origins.clone();
        let docs = api.get(*gone).docs.clone();
        let def = &mut api.types[kept.0];
        def.origins.extend(origins);
        if def.docs.own.is_empty() {
            def.docs.own = docs.own;
        }
        if def.docs.property.is_empty() {
            def.docs.property = docs.property;
        }
        // The description of one property does not describe a type of several.
        let property = def.origins[0].path.last_property();
        if def.origins.iter().any(|origin| origin.path.last_property() != property) {
            def.docs.property.clear();
        }
    }
    for id in ambiguous {
        api.types[id.0].docs.property.clear();
    }
    prune::replace(api, merged);
}

/// Returns `true` if two resources describe their objects that are sent differently: then neither
/// description is true for both.
fn is_described_otherwise(api: &Api, gone: TypeId, kept: TypeId) -> bool {
    let (gone_def, kept_def) = (api.get(gone), api.get(kept));
    matches!(kept_def.shape, Shape::Params(_))
        && sender(api, gone) != sender(api, kept)
        && gone_def.docs.property != kept_def.docs.property
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Param, Received, SchemaPath, Sent};
    use crate::testing::{array, field, param, path, required, sent};

    fn shared(api: Api, names: &[(&str, &str)]) -> Api {
        let names =
            names.iter().map(|(key, name)| ((*key).to_owned(), (*name).to_owned()));
        share(api, &names.collect(), Uniqueness::Crate)
    }

    /// Returns the key of the type that each place refers to, for places with these types.
    fn enums(places: &[(SchemaPath, &[&str])], names: &[(&str, &str)]) -> Vec<String> {
        let mut api = Api::empty();
        let create = api.operation("POST /v1/boats", Received::Boolean);
        assert_eq!(create.0, 0);
        let params: Vec<Param> = places
            .iter()
            .map(|(path, values)| api.choice(path.clone(), values))
            .map(|id| param("x", Sent::Named(id)))
            .collect();
        api.params(create, "", params);
        let api = shared(api, names);
        let lines = api.lines("#create:x");
        lines
            .iter()
            .map(|line| line.replace("param boats#create:x (", ""))
            .map(|line| line.split(',').next().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn enums_of_one_property_with_the_same_values_are_one() {
        let create = crate::model::OperationId(0);
        let places: &[(SchemaPath, &[&str])] = &[
            (sent(create, "colour"), &["red", "blue"]),
            (path("boat:colour"), &["blue", "red"]),
            (path("oar:colour"), &["blue", "red", "white"]),
            (path("oar:tint"), &["blue", "red"]),
        ];
        let names = ["boat:colour", "boat:colour", "oar:colour", "oar:tint"];
        assert_eq!(enums(places, &[]), names);
    }

    #[test]
    fn enums_with_one_fixed_name_are_one_and_others_never() {
        let places: &[(SchemaPath, &[&str])] = &[
            (path("boat:colour"), &["red"]),
            (path("oar:colour"), &["red", "blue"]),
            (path("sail:colour"), &["red"]),
            (path("mast:colour"), &["red"]),
        ];
        let names = [
            ("boat:colour", "Colour"),
            ("oar:colour", "Colour"),
            ("mast:colour", "Tint"),
        ];
        let joined = ["boat:colour", "boat:colour", "boat:colour", "mast:colour"];
        assert_eq!(enums(places, &names), joined);
    }

    #[test]
    fn an_enum_with_one_name_has_the_values_of_all() {
        let mut api = Api::empty();
        api.choice(path("boat:colour"), &["red"]);
        api.choice(path("oar:colour"), &["blue", "red"]);
        let api = shared(api, &[("boat:colour", "Colour"), ("oar:colour", "Colour")]);
        let lines = api.lines("boat:colour");
        let expected = [
            "enum boat:colour",
            "value boat:colour = red",
            "value boat:colour = blue",
            "also boat:colour = oar:colour",
        ];
        assert_eq!(lines, expected);
    }

    /// Returns the number of enums that are left of equal ones, of which each resource contains
    /// some, if names are unique in a module.
    fn enums_of(resources: &[&[&str]]) -> usize {
        let mut api = Api::empty();
        for (index, keys) in resources.iter().enumerate() {
            let enums = keys.iter().map(|key| {
                let known =
                    api.ids().find(|id| api.key(&api.get(*id).origins[0].path) == *key);
                known.unwrap_or_else(|| api.choice(path(key), &["red"]))
            });
            let enums: Vec<TypeId> = enums.collect();
            let mut fields: Vec<_> =
                enums.into_iter().map(|id| field("x", Received::Named(id))).collect();
            fields.push(field("id", Received::String));
            let resource = api.object(&format!("r{index}"), fields);
            api.operation(&format!("GET /v1/r{index}/{{r}}"), Received::Named(resource));
        }
        let api = prune::prune(share(api, &BTreeMap::new(), Uniqueness::Module));
        api.types.iter().filter(|def| matches!(def.shape, Shape::Enum(_))).count()
    }

    #[test]
    fn enums_are_shared_within_a_resource_and_by_many_if_names_are_unique_in_a_module() {
        let table: [(&[&[&str]], usize); 5] = [
            (&[&["boat:colour", "hull:colour"]], 1),
            (&[&["boat:colour"], &["oar:colour"]], 2),
            (&[&["boat:colour"], &["oar:colour"], &["sail:colour"]], 1),
            (&[&["boat:colour"], &["oar:colour"], &["sail:tint"]], 3),
            // A part of two resources makes them one.
            (&[&["boat:colour", "paint:colour"], &["oar:colour", "paint:colour"]], 1),
        ];
        for (resources, count) in table {
            assert_eq!(enums_of(resources), count, "{resources:?}");
        }
    }

    /// Returns the number of types that are left of the objects in the parameters of operations.
    fn objects(places: &[(usize, &str, Param)], names: &[(&str, &str)]) -> usize {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("id", Received::String)]);
        let oar = api.object("oar", [field("id", Received::String)]);
        let mast = api.object("mast", [field("id", Received::String)]);
        let operations = [
            api.operation("POST /v1/boats", Received::Named(boat)),
            api.operation("POST /v1/boats/{boat}", Received::Named(boat)),
            api.operation("POST /v1/oars", Received::Named(oar)),
            api.operation("POST /v1/masts", Received::Named(mast)),
        ];
        for (operation, steps, member) in places {
            let id = api.params(operations[*operation], steps, [member.clone()]);
            api.params(operations[*operation], "", [param(steps, Sent::Named(id))]);
        }
        let api = prune::prune(shared(api, names));
        let inner = |def: &&super::super::TypeDef| !def.origins[0].path.steps.is_empty();
        api.types.iter().filter(inner).count()
    }

    #[test]
    fn sent_objects_are_one_if_structure_and_meaning_agree() {
        let name = || param("name", Sent::String);
        let table = [
            // The same property of one resource, also if one of them is a list.
            ([(0, "sail", name()), (1, "sail", name())], 1),
            ([(0, "sails", name()), (1, "sail", name())], 1),
            ([(0, "sail", name()), (1, "mast", name())], 2),
            ([(0, "sail", name()), (2, "sail", name())], 2),
            ([(0, "sail", name()), (1, "sail", required("name", Sent::String))], 2),
            ([(0, "sail", name()), (1, "sail", param("name", Sent::Integer))], 2),
        ];
        for (index, (places, count)) in table.into_iter().enumerate() {
            assert_eq!(objects(&places, &[]), count, "row {index}");
        }
    }

    #[test]
    fn sent_objects_of_three_resources_are_one_unless_their_names_are_fixed() {
        let name = || param("name", Sent::String);
        let of = |operations: &[usize]| -> Vec<(usize, &str, Param)> {
            operations.iter().map(|operation| (*operation, "sail", name())).collect()
        };
        let names = [("boat#create:sail", "Sail"), ("oar#create:sail", "OarSail")];
        assert_eq!(objects(&of(&[0, 1, 2]), &[]), 2);
        assert_eq!(objects(&of(&[0, 2, 3]), &[]), 1);
        assert_eq!(objects(&of(&[0, 2, 3]), &names), 2);
    }

    #[test]
    fn the_description_of_one_resource_does_not_describe_an_object_of_several() {
        let described = |texts: [&str; 3]| {
            let mut api = Api::empty();
            for (name, text) in ["boat", "oar", "mast"].into_iter().zip(texts) {
                let id = api.object(name, []);
                let route = format!("POST /v1/{name}");
                let create = api.operation(&route, Received::Named(id));
                let sail = api.params(create, "sail", [param("name", Sent::String)]);
                api.types[sail.0].docs.property = text.to_owned();
                api.params(create, "", [param("sail", Sent::Named(sail))]);
            }
            let api = prune::prune(shared(api, &[]));
            let mut sails = api.types.iter().filter(|def| def.origins.len() == 3);
            sails.next().map(|def| def.docs.property.clone())
        };
        assert_eq!(described(["a", "a", "a"]).as_deref(), Some("a"));
        assert_eq!(described(["a", "b", "a"]).as_deref(), Some(""));
    }

    #[test]
    fn counterparts_of_one_received_type_are_one() {
        let mut api = Api::empty();
        let sail = api.object("boat:sails[]", [field("area", Received::Number)]);
        let boat = api.object(
            "boat",
            [field("sails", array(sail)), field("spare", Received::Named(sail))],
        );
        let create = api.operation("POST /v1/boats", Received::Named(boat));
        let first = api.params(create, "sails[]", [param("area", Sent::Number)]);
        let second = api.params(create, "spare", [param("area", Sent::Number)]);
        let of = |id| Sent::Array(Box::new(Sent::Named(id)));
        api.params(
            create,
            "",
            [param("sails", of(first)), param("spare", Sent::Named(second))],
        );
        let lines = shared(api, &[]).lines("boat#create:spare");
        let expected = [
            "param boat#create:spare (boat#create:sails[], optional)",
            "also boat#create:sails[] = boat#create:spare",
        ];
        assert_eq!(lines[..2], expected);
    }

    #[test]
    fn the_description_of_one_property_does_not_describe_a_type_of_several() {
        let mut api = Api::empty();
        for key in ["boat:hull", "boat:deck"] {
            let id = api.choice(path(key), &["red"]);
            api.types[id.0].docs.property = format!("The colour of {key}.");
        }
        let names = [("boat:hull", "Colour"), ("boat:deck", "Colour")];
        assert_eq!(shared(api.clone(), &names).types[0].docs.text(), "");
        assert_ne!(shared(api, &[]).types[0].docs.text(), "");
    }
}
