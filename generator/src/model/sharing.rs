//! Merges types that are equal for users.
//!
//! Enums of one property name with the same values are one type, wherever they appear.
//! Types with one name in the lock or the scope stay together even if their values
//! differ; the type then has the values of all. Objects that are sent are one type if
//! their structure and their meaning agree: at one path of several operations of a
//! resource, under one property name, or as counterparts of one received type.

use std::collections::BTreeMap;

use super::prune;
use super::twins::Twins;
use crate::input::scope::{Scope, Uniqueness};
use crate::model::{Api, Enum, EnumValue, Param, Shape, Type, TypeId};
use crate::rust::ident;
use crate::rust::lock::Lock;

/// Merges types. The types that are replaced stay in the list, unused.
pub(crate) fn run(api: &mut Api, scope: &Scope, lock: &Lock) {
    let enums = Groups::of_enums(api, scope, lock);
    unite_values(api, &enums);
    merge(api, &enums.merged);
    let objects = equal_objects(api, scope, lock);
    merge(api, &objects);
}

/// Sets of types that become one, told by their first members.
#[derive(Default)]
struct Groups {
    /// Type → the type that replaces it.
    merged: BTreeMap<TypeId, TypeId>,
}

impl Groups {
    /// Groups enums, received ones first.
    fn of_enums(api: &Api, scope: &Scope, lock: &Lock) -> Self {
        let mut enums: Vec<TypeId> = api
            .ids()
            .filter(|id| matches!(api.get(*id).shape, Shape::Enum(_)))
            .collect();
        enums.sort_by_key(|id| (api.get(*id).origins[0].is_sent(), *id));
        let names: BTreeMap<TypeId, String> = enums
            .iter()
            .filter_map(|id| Some((*id, fixed_name(api, *id, scope, lock)?)))
            .collect();
        let mut groups = Self::default();
        let mut by_name: BTreeMap<&String, TypeId> = BTreeMap::new();
        for (id, name) in enums.iter().filter_map(|id| Some((*id, names.get(id)?))) {
            groups.join(*by_name.entry(name).or_insert(id), id);
        }
        // A fixed name also joins enums that equal one of its members. Enums with
        // different fixed names are never joined.
        let mut by_values: BTreeMap<EnumKey, TypeId> = BTreeMap::new();
        let (fixed, free): (Vec<TypeId>, Vec<TypeId>) =
            enums.iter().partition(|id| names.contains_key(id));
        for id in &fixed {
            by_values
                .entry(enum_key(api, *id, scope))
                .or_insert_with(|| groups.first(*id));
        }
        for id in free {
            groups.join(*by_values.entry(enum_key(api, id, scope)).or_insert(id), id);
        }
        groups.led_by_earliest(&enums)
    }

    /// Makes the earliest member of each group its first, so that the outcome does not
    /// depend on which members had fixed names.
    fn led_by_earliest(&self, order: &[TypeId]) -> Self {
        let mut leaders: BTreeMap<TypeId, TypeId> = BTreeMap::new();
        let mut groups = Self::default();
        for id in order {
            groups.join(*leaders.entry(self.first(*id)).or_insert(*id), *id);
        }
        groups
    }

    fn first(&self, id: TypeId) -> TypeId {
        self.merged.get(&id).copied().unwrap_or(id)
    }

    fn join(&mut self, first: TypeId, id: TypeId) {
        if first != id {
            self.merged.insert(id, first);
        }
    }
}

/// Returns the name of a type in the lock or the scope.
fn fixed_name(api: &Api, id: TypeId, scope: &Scope, lock: &Lock) -> Option<String> {
    let origin = &api.get(id).origins[0];
    let key = origin.key();
    let locked = lock.name(&key).map(|(module, ident)| format!("{module}::{ident}"));
    locked.or_else(|| scope.names.get(&key).cloned())
}

/// The part of the crate that shares the enum, the property's name, and the values in
/// alphabetical order.
type EnumKey = (String, String, Vec<String>);

fn enum_key(api: &Api, id: TypeId, scope: &Scope) -> EnumKey {
    let def = api.get(id);
    let owner = match scope.unique {
        Uniqueness::Crate => String::new(),
        Uniqueness::Module => def.origins[0].component().to_owned(),
    };
    let mut values: Vec<String> =
        enum_of(def.shape.clone()).into_iter().map(|v| v.wire).collect();
    values.sort();
    (owner, def.origins[0].property(), values)
}

fn enum_of(shape: Shape) -> Vec<EnumValue> {
    match shape {
        Shape::Enum(set) => set.values,
        _ => Vec::new(),
    }
}

/// Gives the first member of a group the values of all its members.
fn unite_values(api: &mut Api, groups: &Groups) {
    for (gone, kept) in &groups.merged {
        let others = enum_of(api.get(*gone).shape.clone());
        if let Shape::Enum(set) = &mut api.types[kept.0].shape {
            unite(set, others);
        }
    }
}

/// Adds the values and the prose that `set` lacks.
fn unite(set: &mut Enum, others: Vec<EnumValue>) {
    for other in others {
        match set.values.iter_mut().find(|value| value.wire == other.wire) {
            None => set.values.push(other),
            Some(value) if value.docs.is_empty() => value.docs = other.docs,
            Some(_) => {}
        }
    }
}

/// Finds objects that are sent and equal in structure and meaning.
fn equal_objects(api: &Api, scope: &Scope, lock: &Lock) -> BTreeMap<TypeId, TypeId> {
    let twins = Twins::of(api);
    let mut first: BTreeMap<(String, String, String), TypeId> = BTreeMap::new();
    let mut merged = BTreeMap::new();
    for id in api.ids() {
        let def = api.get(id);
        let Some(origin) =
            def.origins.first().filter(|o| o.is_sent() && !o.path.is_empty())
        else {
            continue;
        };
        if !matches!(def.shape, Shape::Params(_)) {
            continue;
        }
        let meanings = [
            fixed_name(api, id, scope, lock),
            twins.of_path(origin).map(|twin| format!("={}", twin.0)),
            Some(ident::singular(&origin.property())),
        ];
        let structure = signature(api, id);
        let keys: Vec<(String, String, String)> = meanings
            .into_iter()
            .flatten()
            .map(|meaning| (origin.component().to_owned(), meaning, structure.clone()))
            .collect();
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

/// Returns the structure of a sent type, without descriptions.
fn signature(api: &Api, id: TypeId) -> String {
    match &api.get(id).shape {
        Shape::Params(params) => {
            let mut fields: Vec<String> =
                params.fields.iter().map(|field| field_signature(api, field)).collect();
            fields.sort();
            format!("{{{}}}", fields.join(","))
        }
        _ => id.0.to_string(),
    }
}

fn field_signature(api: &Api, field: &Param) -> String {
    let ty = type_signature(api, &field.ty);
    format!("{}:{}{}{}{ty}", field.wire, field.required, field.clearable, field.secret)
}

fn type_signature(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Named(id) => signature(api, *id),
        Type::Array(of) => format!("[{}]", type_signature(api, of)),
        Type::Map(of) => format!("<{}>", type_signature(api, of)),
        Type::Choice(members) => {
            members.iter().map(|m| type_signature(api, m)).collect::<Vec<_>>().join("/")
        }
        other => format!("{other:?}"),
    }
}

/// Replaces merged types in all uses. The remaining type takes over their origins.
fn merge(api: &mut Api, merged: &BTreeMap<TypeId, TypeId>) {
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
        let property = def.origins[0].property();
        if def.origins.iter().any(|origin| origin.property() != property) {
            def.docs.property.clear();
        }
    }
    prune::rename(api, &|id| *merged.get(&id).unwrap_or(&id));
}
