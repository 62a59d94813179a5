//! Selects the types with fixtures.

use std::collections::BTreeSet;

use crate::model::{Api, HasFixture, Shape, Type, TypeId};

/// Selects resources, types of responses, objects of events, and items of lists.
pub(crate) fn run(api: &mut Api) {
    let mut chosen: BTreeSet<TypeId> =
        api.operations.iter().flat_map(|operation| operation.response.named()).collect();
    for id in api.ids() {
        match &api.get(id).shape {
            Shape::Object(object) => {
                chosen.extend(object.is_resource.then_some(id));
                chosen.extend(object.fields.iter().flat_map(|field| listed(&field.ty)));
            }
            Shape::Union(variants)
                if api.events.as_ref().is_some_and(|events| events.object == id) =>
            {
                chosen.extend(variants.iter().map(|variant| variant.ty));
            }
            _ => {}
        }
    }
    let can_be_alone =
        |id: &TypeId| matches!(api.get(*id).shape, Shape::Object(_) | Shape::Union(_));
    let mut ids: Vec<TypeId> = chosen.into_iter().filter(can_be_alone).collect();
    ids.sort_by_key(|id| &api.get(*id).name);
    api.fixtures = files(api, ids);
}

/// Assigns files with the names of the types, which can coincide.
fn files(api: &Api, ids: Vec<TypeId>) -> Vec<HasFixture> {
    let mut taken = BTreeSet::new();
    let file = |ty: TypeId| {
        let name = &api.get(ty).name;
        let mut file = format!("{}/{}", name.module.replace("::", "/"), name.file);
        while !taken.insert(file.clone()) {
            file.push('_');
        }
        HasFixture { ty, file }
    };
    ids.into_iter().map(file).collect()
}

/// Returns the types of the items, if the type is a list.
fn listed(ty: &Type) -> Vec<TypeId> {
    match ty {
        Type::List(of) | Type::SearchResult(of) => of.named(),
        _ => Vec::new(),
    }
}
