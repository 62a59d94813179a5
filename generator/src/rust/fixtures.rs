//! Selects the types with fixtures.

use std::collections::BTreeSet;

use super::files::Files;
use super::names::Names;
use crate::model::{Api, Received, Shape, TypeId};

/// A type with fixtures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HasFixture {
    /// The type.
    pub ty: TypeId,
    /// The file of the fixtures below the module of fixtures, without extension.
    pub file: String,
}

/// Selects resources, types of responses, objects of events, and items of lists.
pub(super) fn select(api: &Api, names: &Names, files: &Files) -> Vec<HasFixture> {
    let mut chosen: BTreeSet<TypeId> =
        api.operations.iter().filter_map(|operation| operation.response.id()).collect();
    for id in api.ids() {
        match &api.get(id).shape {
            Shape::Object(object) => {
                chosen.extend(object.is_resource.then_some(id));
                chosen.extend(object.fields.iter().filter_map(|f| listed(&f.ty)));
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
    ids.sort_by_key(|id| (names.of(*id), &files.types[id.0]));
    // Types of one name in several modules can have one file name.
    let mut taken = BTreeSet::new();
    let fixture = |ty: TypeId| {
        let module = names.of(ty).module.replace("::", "/");
        let mut file = format!("{module}/{}", files.types[ty.0]);
        while !taken.insert(file.clone()) {
            file.push('_');
        }
        HasFixture { ty, file }
    };
    ids.into_iter().map(fixture).collect()
}

/// Returns the type of the items, if the type is a list.
fn listed(ty: &Received) -> Option<TypeId> {
    match ty {
        Received::List(of) | Received::SearchResult(of) => of.id(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Events;
    use crate::testing::{field, list, path};

    fn selected(api: &Api, names: &[&str]) -> Vec<String> {
        let types = names
            .iter()
            .map(|name| super::super::ident::file(name.rsplit("::").next().unwrap()));
        let files = Files { types: types.collect(), accessors: Vec::new() };
        let all = select(api, &Names::given(names, &[]), &files);
        all.iter().map(|fixture| format!("{} {}", fixture.ty.0, fixture.file)).collect()
    }

    #[test]
    fn what_users_receive_on_its_own_has_fixtures() {
        let mut api = Api::empty();
        let oar = api.object("oar", []);
        api.object("boat", [field("id", Received::String), field("oars", list(oar))]);
        api.object("boat:sail", []);
        let answer = api.object("answer", []);
        api.operation("GET /v1/answer", Received::Named(answer));
        let found =
            selected(&api, &["oar::Oar", "boat::Boat", "boat::Sail", "a::Answer"]);
        assert_eq!(found, ["3 a/answer", "1 boat/boat", "0 oar/oar"]);
    }

    #[test]
    fn objects_of_events_have_fixtures() {
        let mut api = Api::empty();
        let oar = api.object("oar", []);
        let event = api.object("signal", []);
        let object = api.union("event:object", &[oar]);
        let kind = api.choice(path("event:type"), &[]);
        let names = ["oar::Oar", "event::Event", "event::Object", "event::Type"];
        assert!(selected(&api, &names).is_empty());
        api.events = Some(Events {
            event,
            object,
            kind,
            carried: std::collections::BTreeMap::new(),
        });
        assert_eq!(selected(&api, &names), ["0 oar/oar"]);
    }

    #[test]
    fn fixtures_have_different_files() {
        let mut api = Api::empty();
        for name in ["a", "b"] {
            api.object(name, [field("id", Received::String)]);
        }
        let found = selected(&api, &["boat::TypeA", "boat::Type_A"]);
        assert_eq!(found, ["0 boat/type_a", "1 boat/type_a_"]);
    }
}
