//! One type for what is the same to the user: an enum of a parameter and of the field with the same
//! path, and equal objects at the same path of two operations of one resource.

use std::collections::BTreeMap;

use super::prune;
use crate::ir::{Api, Shape, Type, TypeId};

/// Merges types. What they replace stays behind, unused.
pub(super) fn run(api: &mut Api) {
    share_with_responses(api);
    share_between_requests(api);
}

/// Lets parameters use the enums of the fields with the same paths, where the values agree.
fn share_with_responses(api: &mut Api) {
    let mut fields: BTreeMap<String, BTreeMap<String, TypeId>> = BTreeMap::new();
    for id in api.ids() {
        if let Shape::Object(object) = &api.get(id).shape
            && let Some(component) = &object.component
        {
            let mut enums = BTreeMap::new();
            collect_enums(api, id, "", &mut vec![], &mut enums);
            fields.insert(component.clone(), enums);
        }
    }
    let same = |id: TypeId| {
        let def = api.get(id);
        let origin = def.origins.first().filter(|o| o.is_sent())?;
        let field = *fields.get(origin.component())?.get(&origin.path)?;
        (values(api, field)? == values(api, id)?).then_some(field)
    };
    let merged: BTreeMap<TypeId, TypeId> =
        api.ids().filter_map(|id| Some((id, same(id)?))).collect();
    merge(api, &merged);
}

/// The enums inside an object, by wire path. Expandable objects are objects of their own.
fn collect_enums(
    api: &Api,
    id: TypeId,
    path: &str,
    above: &mut Vec<TypeId>,
    found: &mut BTreeMap<String, TypeId>,
) {
    if above.contains(&id) {
        return;
    }
    above.push(id);
    match &api.get(id).shape {
        Shape::Enum(_) => {
            found.insert(path.to_owned(), id);
        }
        Shape::Object(object) => {
            for field in &object.fields {
                let path = if path.is_empty() {
                    field.wire.clone()
                } else {
                    format!("{path}.{}", field.wire)
                };
                collect_in(api, &field.ty, &path, above, found);
            }
        }
        Shape::Union(_) | Shape::Opaque(_) | Shape::Params(_) => {}
    }
    above.pop();
}

fn collect_in(
    api: &Api,
    ty: &Type,
    path: &str,
    above: &mut Vec<TypeId>,
    found: &mut BTreeMap<String, TypeId>,
) {
    match ty {
        Type::Named(id) => collect_enums(api, *id, path, above, found),
        Type::Array(of) => collect_in(api, of, &format!("{path}[]"), above, found),
        Type::Map(of) => collect_in(api, of, &format!("{path}{{}}"), above, found),
        _ => {}
    }
}

/// Merges equal enums and objects that are sent at the same path of operations of one resource.
fn share_between_requests(api: &mut Api) {
    let mut first: BTreeMap<(String, String, String), TypeId> = BTreeMap::new();
    let mut merged = BTreeMap::new();
    for id in api.ids() {
        let def = api.get(id);
        let Some(origin) =
            def.origins.first().filter(|o| o.is_sent() && !o.path.is_empty())
        else {
            continue;
        };
        let key =
            (origin.component().to_owned(), origin.path.clone(), signature(api, id));
        let kept = *first.entry(key).or_insert(id);
        if kept != id {
            merged.insert(id, kept);
        }
    }
    merge(api, &merged);
}

/// What a sent type is, without prose: equal for equal types.
fn signature(api: &Api, id: TypeId) -> String {
    match &api.get(id).shape {
        Shape::Params(params) => {
            let field = |f: &crate::ir::Param| {
                let ty = type_signature(api, &f.ty);
                format!("{}:{}{}{}{ty}", f.wire, f.required, f.clearable, f.secret)
            };
            format!(
                "{{{}}}",
                params.fields.iter().map(field).collect::<Vec<_>>().join(",")
            )
        }
        Shape::Enum(_) => values(api, id).unwrap_or_default().join("|"),
        Shape::Object(_) | Shape::Union(_) | Shape::Opaque(_) => id.0.to_string(),
    }
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

fn values(api: &Api, id: TypeId) -> Option<Vec<String>> {
    let Shape::Enum(set) = &api.get(id).shape else { return None };
    let mut values: Vec<String> = set.values.iter().map(|v| v.wire.clone()).collect();
    values.sort();
    Some(values)
}

/// Lets every use of a merged type use the kept one, which remembers where it is used.
fn merge(api: &mut Api, merged: &BTreeMap<TypeId, TypeId>) {
    for (gone, kept) in merged {
        let origins = api.get(*gone).origins.clone();
        let docs = api.get(*gone).docs.clone();
        let def = &mut api.types[kept.0];
        def.origins.extend(origins);
        if def.docs.is_empty() {
            def.docs = docs;
        }
    }
    prune::rename(api, &|id| *merged.get(&id).unwrap_or(&id));
}
