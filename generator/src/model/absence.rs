//! Decides which required fields have an empty value if a response lacks them.
//!
//! `required` is a promise of one API version; responses of other versions lack what came
//! later. An absent list or map is empty, and so is an object that can be empty itself. For
//! any other type, an empty value would be invented.

use crate::model::{Absence, Api, Field, Shape, Type, TypeId};

/// Decides for every field.
pub(crate) fn run(api: &mut Api) {
    for id in api.ids() {
        let Shape::Object(object) = &api.get(id).shape else { continue };
        let found: Vec<Absence> =
            object.fields.iter().map(|field| absence(api, field)).collect();
        if let Shape::Object(object) = &mut api.types[id.0].shape {
            for (field, absence) in object.fields.iter_mut().zip(found) {
                field.absence = absence;
            }
        }
    }
}

fn absence(api: &Api, field: &Field) -> Absence {
    if can_be_empty(api, &field.ty, &mut Vec::new()) {
        Absence::Empty
    } else {
        field.absence
    }
}

/// Returns `true` if a value of the type can be empty. `within` has the objects around it.
fn can_be_empty(api: &Api, ty: &Type, within: &mut Vec<TypeId>) -> bool {
    match ty {
        Type::List(_) | Type::SearchResult(_) | Type::Array(_) | Type::Map(_) => true,
        Type::Named(id) if !within.contains(id) => {
            let Shape::Object(object) = &api.get(*id).shape else { return false };
            within.push(*id);
            let mut required = object.fields.iter().filter(|field| field.required);
            let empty = required.all(|field| {
                field.absence == Absence::Empty || can_be_empty(api, &field.ty, within)
            });
            within.pop();
            empty
        }
        _ => false,
    }
}
