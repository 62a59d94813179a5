//! Determines which objects have an id. Objects that always have one can be paged;
//! members of unions need an answer even if they have none.

use std::collections::BTreeSet;

use crate::model::{Api, Id, Object, Shape, Type, TypeId};
use crate::openapi::dialect;

/// Decides for every object.
pub(crate) fn run(api: &mut Api) {
    let asked = asked(api);
    for id in api.ids() {
        if let Shape::Object(object) = &mut api.types[id.0].shape {
            let has = has(object);
            object.id = (has == Id::Always || asked.contains(&id)).then_some(has);
        }
    }
}

fn has(object: &Object) -> Id {
    let is_id = |f: &&crate::model::Field| f.wire == dialect::ID && f.ty == Type::String;
    match object.fields.iter().find(is_id) {
        Some(field) if field.required => Id::Always,
        Some(_) => Id::Sometimes,
        None => Id::Never,
    }
}

fn asked(api: &Api) -> BTreeSet<TypeId> {
    let mut asked = BTreeSet::new();
    for def in &api.types {
        match &def.shape {
            Shape::Union(variants) => asked.extend(variants.iter().map(|v| v.ty)),
            Shape::Object(object) => {
                object.fields.iter().for_each(|field| deletable(&field.ty, &mut asked));
            }
            Shape::Enum(_) | Shape::Reference(_) | Shape::Params(_) => {}
        }
    }
    let responses = api.operations.iter().map(|operation| &operation.response);
    responses.for_each(|ty| deletable(ty, &mut asked));
    asked
}

fn deletable(ty: &Type, asked: &mut BTreeSet<TypeId>) {
    match ty {
        Type::Deletable(id, _) => {
            asked.insert(*id);
        }
        Type::List(of) | Type::SearchResult(of) | Type::Array(of) | Type::Map(of) => {
            deletable(of, asked);
        }
        _ => {}
    }
}
