//! Decides which required fields have an empty value if a response lacks them.
//!
//! `required` is a promise of one API version; responses of other versions lack what came
//! later. An absent list or map is empty, and so is an object that can be empty itself. For
//! any other type, an empty value would be invented.

use super::{Absence, Api, Received, Shape, TypeId};

/// Decides for every field.
pub fn decide(mut api: Api) -> Api {
    let mut objects = Objects { api: &api, known: vec![None; api.types.len()] };
    let is_empty = |id| objects.fields(id);
    let empty: Vec<Vec<bool>> = api.ids().map(is_empty).collect();
    for (def, empty) in api.types.iter_mut().zip(empty) {
        if let Shape::Object(object) = &mut def.shape {
            for (field, _) in object.fields.iter_mut().zip(empty).filter(|(_, is)| *is) {
                field.absence = Absence::Empty;
            }
        }
    }
    api
}

/// The answers about objects so far. Each is looked at once, however often it is used.
struct Objects<'a> {
    api: &'a Api,
    /// `true` for an object that can be empty, `false` also for one that is being looked at.
    known: Vec<Option<bool>>,
}

impl Objects<'_> {
    /// Returns, for every field of an object, whether a value of its type can be empty.
    fn fields(&mut self, id: TypeId) -> Vec<bool> {
        match &self.api.get(id).shape {
            Shape::Object(object) => {
                object.fields.iter().map(|field| self.can_be_empty(&field.ty)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn can_be_empty(&mut self, ty: &Received) -> bool {
        match ty {
            Received::Named(id) => self.object_can_be_empty(*id),
            ty => ty.inside().is_some(),
        }
    }

    fn object_can_be_empty(&mut self, id: TypeId) -> bool {
        if let Some(known) = self.known[id.0] {
            return known;
        }
        let Shape::Object(object) = &self.api.get(id).shape else { return false };
        self.known[id.0] = Some(false);
        let mut required = object.fields.iter().filter(|field| field.required);
        let empty = required.all(|field| {
            field.absence == Absence::Empty || self.can_be_empty(&field.ty)
        });
        self.known[id.0] = Some(empty);
        empty
    }
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
