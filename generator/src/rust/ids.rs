//! Determines which objects have an id. Objects that always have one can be paged;
//! members of unions need an answer even if they have none.

use std::collections::BTreeSet;

use crate::model::{Api, Object, Received, Shape, TypeId};
use crate::openapi::dialect;

/// The availability of an object's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// The id is always present.
    Always,
    /// The id can be missing.
    Sometimes,
    /// The object has no id.
    Never,
}

/// Returns the availability of the ids, by type; `None` where it is not needed.
pub(super) fn decide(api: &Api) -> Vec<Option<Id>> {
    let asked = asked(api);
    let decide = |id: TypeId| match &api.get(id).shape {
        Shape::Object(object) => {
            let has = availability(object);
            (has == Id::Always || asked.contains(&id)).then_some(has)
        }
        _ => None,
    };
    api.ids().map(decide).collect()
}

fn availability(object: &Object) -> Id {
    let is_id =
        |f: &&crate::model::Field| f.wire == dialect::ID && f.ty == Received::String;
    match object.fields.iter().find(is_id) {
        Some(field) if field.required => Id::Always,
        Some(_) => Id::Sometimes,
        None => Id::Never,
    }
}

/// Returns the objects whose id users ask for through a union or a deletable value.
fn asked(api: &Api) -> BTreeSet<TypeId> {
    let mut asked = BTreeSet::new();
    let mut values: Vec<&Received> =
        api.operations.iter().map(|o| &o.response).collect();
    for def in &api.types {
        match &def.shape {
            Shape::Union(variants) => asked.extend(variants.iter().map(|v| v.ty)),
            Shape::Object(object) => values.extend(object.fields.iter().map(|f| &f.ty)),
            Shape::Enum(_) | Shape::Reference(_) | Shape::Params(_) => {}
        }
    }
    asked.extend(values.into_iter().filter_map(|ty| match ty.innermost() {
        Received::Deletable(id, _) => Some(*id),
        _ => None,
    }));
    asked
}
