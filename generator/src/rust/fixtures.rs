//! Selects the types with fixtures.

use std::collections::BTreeSet;

use super::files::Files;
use super::names::Names;
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
    let mut smallest = Smallest { api, known: vec![None; api.types.len()] };
    let mut ids: Vec<TypeId> = chosen
        .into_iter()
        .filter(can_be_alone)
        .filter(|id| smallest.of(*id).is_possible())
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

/// The extents of objects with their required fields only. Each is computed once, however often the
/// object is used.
struct Smallest<'a> {
    api: &'a Api,
    known: Vec<Option<Extent>>,
}

impl Smallest<'_> {
    fn of(&mut self, id: TypeId) -> Extent {
        if let Some(known) = self.known[id.0] {
            return known;
        }
        // The extent of the type inside itself.
        self.known[id.0] = Some(Extent::default());
        let extent = match &self.api.get(id).shape {
            Shape::Object(object) => {
                let required = object.fields.iter().filter(|field| field.required);
                let around = Extent { objects: 1, depth: 1 };
                required.fold(around, |around, field| self.with(around, &field.ty))
            }
            Shape::Union(variants) => {
                variants.first().map(|first| self.of(first.ty)).unwrap_or_default()
            }
            _ => Extent::default(),
        };
        self.known[id.0] = Some(extent);
        extent
    }

    /// Adds the value of a field.
    fn with(&mut self, around: Extent, ty: &Received) -> Extent {
        let (Received::Named(id) | Received::Deletable(id, _)) = ty else {
            return around;
        };
        let inner = self.of(*id);
        Extent {
            objects: around.objects.saturating_add(inner.objects),
            depth: around.depth.max(inner.depth.saturating_add(1)),
        }
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
