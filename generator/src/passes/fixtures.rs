//! Chooses the types of which tests get samples.

use std::collections::BTreeSet;

use crate::ir::{Api, HasFixture, Shape, Type, TypeId};

/// Resources, what operations return, what events carry, and what stands in lists: all that a
/// server sends by itself or page by page.
pub(super) fn run(api: &mut Api) {
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

/// The samples stand in files called like that of the type, which two types can have in common.
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

/// The types of the items, if it is a list.
fn listed(ty: &Type) -> Vec<TypeId> {
    match ty {
        Type::List(of) | Type::SearchResult(of) => of.named(),
        _ => Vec::new(),
    }
}
