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
    let mut signatures = Signatures { api, known: BTreeMap::new() };
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
}

impl Signatures<'_> {
    fn of(&mut self, id: TypeId) -> usize {
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
        *self.known.entry(text).or_insert(next)
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
