//! Merges types that are equal for users.
//!
//! Enums of one property name with the same values are one type, wherever they appear.
//! Types with one name in the lock or the scope stay together even if their values
//! differ; the type then has the values of all. Objects that are sent are one type if
//! their structure and their meaning agree: at one path of several operations of a
//! resource, under one property name, or as counterparts of one received type.

use std::collections::BTreeMap;

use super::twins::Twins;
use super::words::singular;
use super::{Api, EnumValue, Param, Sent, Shape, TypeId, prune};
use crate::input::scope::Uniqueness;

/// Merges types. The types that are replaced stay in the list, unused.
///
/// `names` has the names that the lock and the scope give to types, by the keys of their
/// paths.
pub fn share(mut api: Api, names: &BTreeMap<String, String>, unique: Uniqueness) -> Api {
    let enums = Enums { api: &api, names, unique }.groups();
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
    unique: Uniqueness,
}

/// The part of the crate that shares an enum, the property's name, and the values in
/// alphabetical order.
type EnumKey<'a> = (&'a str, &'a str, Vec<&'a str>);

impl<'a> Enums<'a> {
    /// Groups enums, received ones first. A fixed name also joins enums that equal one of
    /// its members; enums with different fixed names are never joined.
    fn groups(&self) -> Merged {
        let is_enum = |id: &TypeId| matches!(self.api.get(*id).shape, Shape::Enum(_));
        let mut enums: Vec<TypeId> = self.api.ids().filter(is_enum).collect();
        enums.sort_by_key(|id| (self.api.get(*id).origins[0].path.is_sent(), *id));
        let names: BTreeMap<TypeId, &String> = enums
            .iter()
            .filter_map(|id| Some((*id, fixed_name(self.api, *id, self.names)?)))
            .collect();
        let mut leaders: Merged = BTreeMap::new();
        let mut by_name: BTreeMap<&String, TypeId> = BTreeMap::new();
        let mut by_values: BTreeMap<EnumKey<'_>, TypeId> = BTreeMap::new();
        for (id, name) in enums.iter().filter_map(|id| Some((*id, *names.get(id)?))) {
            let leader = *by_name.entry(name).or_insert(id);
            by_values.entry(self.key(id)).or_insert(leader);
            leaders.insert(id, leader);
        }
        for id in enums.iter().copied().filter(|id| !names.contains_key(id)) {
            leaders.insert(id, *by_values.entry(self.key(id)).or_insert(id));
        }
        // The earliest member leads its group, so that the outcome does not depend on which
        // members had fixed names.
        let mut earliest: Merged = BTreeMap::new();
        let mut merged = BTreeMap::new();
        for id in enums {
            let leader = leaders.get(&id).copied().unwrap_or(id);
            let first = *earliest.entry(leader).or_insert(id);
            if first != id {
                merged.insert(id, first);
            }
        }
        merged
    }

    fn key(&self, id: TypeId) -> EnumKey<'a> {
        let def = self.api.get(id);
        let path = &def.origins[0].path;
        let owner = match self.unique {
            Uniqueness::Crate => "",
            Uniqueness::Module => self.api.component(path),
        };
        let mut values: Vec<&str> =
            values(&def.shape).map(|v| v.wire.as_str()).collect();
        values.sort_unstable();
        (owner, path.last_property(), values)
    }
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

/// Finds objects that are sent and equal in structure and meaning.
fn equal_objects(api: &Api, names: &BTreeMap<String, String>) -> Merged {
    let twins = Twins::of(api);
    let mut signatures =
        Signatures { api, known: BTreeMap::new(), done: BTreeMap::new() };
    let mut first: BTreeMap<(&str, String, usize), TypeId> = BTreeMap::new();
    let mut merged = BTreeMap::new();
    for id in api.ids() {
        let def = api.get(id);
        let path = &def.origins[0].path;
        if path.steps.is_empty() || !matches!(def.shape, Shape::Params(_)) {
            continue;
        }
        let meanings = [
            fixed_name(api, id, names).cloned(),
            twins.of_path(api, path).map(|twin| format!("={}", twin.0)),
            Some(singular(path.last_property())),
        ];
        let structure = signatures.of(id);
        let component = api.component(path);
        let keys = meanings.into_iter().flatten();
        let keys: Vec<_> = keys.map(|meaning| (component, meaning, structure)).collect();
        let kept = keys.iter().find_map(|key| first.get(key)).copied().unwrap_or(id);
        for key in keys {
            first.entry(key).or_insert(kept);
        }
        if kept != id {
            merged.insert(id, kept);
        }
    }
    merged
}

/// Numbers for the structures of sent types, without descriptions: equal structures have the
/// same number. Each structure is looked at once, however often it is used.
struct Signatures<'a> {
    api: &'a Api,
    known: BTreeMap<String, usize>,
    done: BTreeMap<TypeId, usize>,
}

impl Signatures<'_> {
    fn of(&mut self, id: TypeId) -> usize {
        if let Some(known) = self.done.get(&id) {
            return *known;
        }
        let api = self.api;
        let text = match &api.get(id).shape {
            Shape::Params(params) => {
                let mut fields: Vec<String> =
                    params.iter().map(|param| self.param(param)).collect();
                fields.sort();
                fields.join(",")
            }
            _ => format!("#{}", id.0),
        };
        let next = self.known.len();
        let number = *self.known.entry(text).or_insert(next);
        self.done.insert(id, number);
        number
    }

    fn param(&mut self, param: &Param) -> String {
        let forms: Vec<String> = param.forms().map(|ty| self.ty(ty)).collect();
        format!(
            "{}:{}{}{}{}",
            param.wire,
            param.required,
            param.clearable,
            param.secret,
            forms.join("/")
        )
    }

    fn ty(&mut self, ty: &Sent) -> String {
        match ty {
            Sent::Named(id) => self.of(*id).to_string(),
            Sent::Array(of) => format!("[{}]", self.ty(of)),
            Sent::Map(of) => format!("<{}>", self.ty(of)),
            other => format!("{other:?}"),
        }
    }
}

/// Replaces merged types in all uses. The remaining type takes over their origins.
fn merge(api: &mut Api, merged: &Merged) {
    for (gone, kept) in merged {
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
    prune::replace(api, merged);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Received, SchemaPath};
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

    #[test]
    fn enums_of_several_components_are_apart_if_names_are_unique_in_a_module() {
        let mut api = Api::empty();
        api.choice(path("boat:colour"), &["red"]);
        api.choice(path("oar:colour"), &["red"]);
        let origins = |unique| {
            let api = share(api.clone(), &BTreeMap::new(), unique);
            api.types[0].origins.len()
        };
        assert_eq!((origins(Uniqueness::Crate), origins(Uniqueness::Module)), (2, 1));
    }

    /// Returns the number of types that are left of the objects in the parameters of operations.
    fn objects(places: &[(usize, &str, Param)]) -> usize {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("id", Received::String)]);
        let oar = api.object("oar", [field("id", Received::String)]);
        let operations = [
            api.operation("POST /v1/boats", Received::Named(boat)),
            api.operation("POST /v1/boats/{boat}", Received::Named(boat)),
            api.operation("POST /v1/oars", Received::Named(oar)),
        ];
        for (operation, steps, member) in places {
            let id = api.params(operations[*operation], steps, [member.clone()]);
            api.params(operations[*operation], "", [param(steps, Sent::Named(id))]);
        }
        let api = prune::prune(shared(api, &[]));
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
            assert_eq!(objects(&places), count, "row {index}");
        }
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
