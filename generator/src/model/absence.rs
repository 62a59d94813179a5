//! Decides which required fields have an empty value if a response lacks them.
//!
//! `required` is a promise of one API version; responses of other versions lack what came
//! later. An absent list or map is empty, and so is an object that can be empty itself. For
//! any other type, an empty value would be invented.

use super::walk::{Visit, Walk};
use super::{Absence, Api, Field, Received, Shape, TypeId};

/// Decides for every field.
pub fn decide(mut api: Api) -> Api {
    let empty = empty_objects(&api);
    for def in &mut api.types {
        if let Shape::Object(object) = &mut def.shape {
            for field in &mut object.fields {
                if can_be_empty(&field.ty, &empty) {
                    field.absence = Absence::Empty;
                }
            }
        }
    }
    api
}

/// Returns, for every type, whether it is an object that can be empty. One inside itself cannot.
fn empty_objects(api: &Api) -> Vec<bool> {
    let mut empty = vec![false; api.types.len()];
    let mut walk = Walk::new(api.types.len(), |id| {
        let required = required(api, id).into_iter().flatten();
        required.filter_map(|field| named(&field.ty)).collect()
    });
    for id in api.ids() {
        walk.start(id);
        for visit in walk.by_ref() {
            if let Visit::Left(id) = visit {
                empty[id.0] = required(api, id).is_some_and(|mut required| {
                    required.all(|field| {
                        field.absence == Absence::Empty
                            || can_be_empty(&field.ty, &empty)
                    })
                });
            }
        }
    }
    empty
}

/// Returns the required fields of an object.
fn required(api: &Api, id: TypeId) -> Option<impl Iterator<Item = &Field>> {
    match &api.get(id).shape {
        Shape::Object(object) => {
            Some(object.fields.iter().filter(|field| field.required))
        }
        _ => None,
    }
}

fn named(ty: &Received) -> Option<TypeId> {
    match ty {
        Received::Named(id) => Some(*id),
        _ => None,
    }
}

fn can_be_empty(ty: &Received, empty: &[bool]) -> bool {
    named(ty).map_or(ty.inside().is_some(), |id| empty[id.0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{field, list, optional, path};

    /// Returns the treatment of a required field `x` of an object.
    fn decided(ty: impl FnOnce(&mut Api) -> Received) -> Absence {
        let mut api = Api::empty();
        let ty = ty(&mut api);
        let boat = api.object("boat", [field("x", ty)]);
        match decide(api).get(boat).shape {
            Shape::Object(ref object) => object.fields[0].absence,
            _ => unreachable!(),
        }
    }

    fn within(fields: Vec<super::super::Field>) -> Absence {
        decided(|api| Received::Named(api.object("oar", fields)))
    }

    #[test]
    fn lists_and_maps_and_objects_of_them_are_empty() {
        let map = || Received::Map(Box::new(Received::String));
        assert_eq!(decided(|api| list(api.object("oar", []))), Absence::Empty);
        assert_eq!(decided(|_| map()), Absence::Empty);
        assert_eq!(within(vec![field("m", map())]), Absence::Empty);
        assert_eq!(within(vec![optional("name", Received::String)]), Absence::Empty);
    }

    #[test]
    fn no_value_is_invented_for_other_types() {
        let table = [Received::String, Received::Boolean, Received::Timestamp];
        for ty in table {
            assert_eq!(decided(|_| ty.clone()), Absence::Rejected, "{ty:?}");
            assert_eq!(
                within(vec![field("y", ty.clone())]),
                Absence::Rejected,
                "{ty:?}"
            );
        }
        let choice = |api: &mut Api| Received::Named(api.choice(path("boat:x"), &["a"]));
        assert_eq!(decided(choice), Absence::Rejected);
    }

    #[test]
    fn what_the_document_decided_stands() {
        let marked = super::super::Field {
            absence: Absence::Empty,
            ..field("y", Received::String)
        };
        assert_eq!(within(vec![marked]), Absence::Empty);
    }

    #[test]
    fn an_object_inside_itself_is_never_empty() {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("tender", Received::Named(TypeId(0)))]);
        let api = decide(api);
        let lines = api.lines("boat:tender");
        assert_eq!(
            (boat, lines),
            (TypeId(0), vec!["field boat:tender (boat, required)".to_owned()])
        );
    }
}
