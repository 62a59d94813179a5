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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{field, optional};

    #[test]
    fn objects_that_can_be_paged_or_that_unions_ask_have_an_answer() {
        let mut api = Api::empty();
        let always = api.object("a", [field("id", Received::String)]);
        let sometimes = api.object("b", [optional("id", Received::String)]);
        let never = api.object("c", [field("id", Received::Integer)]);
        let unasked =
            [api.object("d", [optional("id", Received::String)]), api.object("e", [])];
        let union = api.union("a:part", &[sometimes]);
        let deletable = Received::Deletable(never, Vec::new());
        api.operation("GET /v1/c", Received::Array(Box::new(deletable)));
        let ids = decide(&api);
        let table = [
            (always, Some(Id::Always)),
            (sometimes, Some(Id::Sometimes)),
            (never, Some(Id::Never)),
            (union, None),
        ];
        for (ty, id) in table {
            assert_eq!(ids[ty.0], id, "{ty:?}");
        }
        assert!(unasked.iter().all(|ty| ids[ty.0].is_none()));
    }

    #[test]
    fn fields_can_ask_for_the_id_of_what_may_be_deleted() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        api.object("oar", [field("boat", Received::Deletable(boat, Vec::new()))]);
        assert_eq!(decide(&api), [Some(Id::Never), None]);
    }
}
