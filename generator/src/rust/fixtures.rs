//! Selects the types with fixtures.

use std::collections::BTreeSet;

use super::files::Files;
use super::names::Names;
use crate::model::walk::{Visit, Walk};
use crate::model::{Api, Received, Shape, TypeId};

/// The maximum number of objects in a fixture.
pub(crate) const OBJECTS: usize = 2_000;

/// The maximum nesting of objects in a fixture. Each can be in a list, and the decoder allows 128
/// levels of JSON.
pub(crate) const DEPTH: usize = 40;

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
    let smallest = smallest(api);
    let mut ids: Vec<TypeId> = chosen
        .into_iter()
        .filter(can_be_alone)
        .filter(|id| smallest[id.0].is_possible())
        .collect();
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

/// The extent of an object.
#[derive(Clone, Copy, Default)]
struct Extent {
    /// The number of objects in it, with itself.
    objects: usize,
    /// Their nesting.
    depth: usize,
}

impl Extent {
    fn is_possible(self) -> bool {
        self.objects <= OBJECTS && self.depth <= DEPTH
    }
}

/// Returns the extents of all types with their required fields only. That of a type inside itself is
/// counted once.
fn smallest(api: &Api) -> Vec<Extent> {
    let mut extents = vec![Extent::default(); api.types.len()];
    let mut walk = Walk::new(api.types.len(), |id| contents(api, id));
    for id in api.ids() {
        walk.start(id);
        for visit in walk.by_ref() {
            if let Visit::Left(id) = visit {
                extents[id.0] = extent(api, id, &extents);
            }
        }
    }
    extents
}

/// Returns the extent of a type, from those of its contents.
fn extent(api: &Api, id: TypeId, known: &[Extent]) -> Extent {
    let mut inside = contents(api, id).into_iter().map(|part| known[part.0]);
    match &api.get(id).shape {
        Shape::Object(_) => {
            inside.fold(Extent { objects: 1, depth: 1 }, |around, inner| Extent {
                objects: around.objects.saturating_add(inner.objects),
                depth: around.depth.max(inner.depth.saturating_add(1)),
            })
        }
        _ => inside.next().unwrap_or_default(),
    }
}

/// Returns the types that a value of a type always contains; of a union, the first one.
fn contents(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.get(id).shape {
        Shape::Object(object) => {
            let required = object.fields.iter().filter(|field| field.required);
            let named = required.filter_map(|field| match &field.ty {
                Received::Named(id) | Received::Deletable(id, _) => Some(*id),
                _ => None,
            });
            named.collect()
        }
        Shape::Union(variants) => {
            variants.first().map(|first| first.ty).into_iter().collect()
        }
        _ => Vec::new(),
    }
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
