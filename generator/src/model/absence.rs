//! Decides which required fields have an empty value if a response lacks them.
//!
//! `required` is a promise of one API version; responses of other versions lack what came
//! later. An absent list or map is empty, and so is an object that can be empty itself. For
//! any other type, an empty value would be invented.

use super::{Absence, Api, Received, Shape, TypeId};

/// Decides for every field.
pub fn decide(mut api: Api) -> Api {
    for id in api.ids() {
        let Shape::Object(object) = &api.get(id).shape else { continue };
        let is_empty = |ty| can_be_empty(&api, ty, &mut Vec::new());
        let empty: Vec<bool> = object.fields.iter().map(|f| is_empty(&f.ty)).collect();
        if let Shape::Object(object) = &mut api.types[id.0].shape {
            for (field, _) in object.fields.iter_mut().zip(empty).filter(|(_, is)| *is) {
                field.absence = Absence::Empty;
            }
        }
    }
    api
}

/// Returns `true` if a value of the type can be empty. `within` has the objects around it.
fn can_be_empty(api: &Api, ty: &Received, within: &mut Vec<TypeId>) -> bool {
    match ty {
        Received::Named(id) if !within.contains(id) => {
            let Shape::Object(object) = &api.get(*id).shape else { return false };
            within.push(*id);
            let mut required = object.fields.iter().filter(|field| field.required);
            let empty = required.all(|field| {
                field.absence == Absence::Empty || can_be_empty(api, &field.ty, within)
            });
            within.pop();
            empty
        }
        ty => ty.inside().is_some(),
    }
}
