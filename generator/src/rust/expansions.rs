//! The paths that a call can expand: fields that contain an id unless the object is
//! requested, and lists that are absent unless requested.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::ident::{self, Ident};
use crate::model::{Api, Received, Shape, TypeId};
use crate::openapi::dialect;

/// The server's limit on the number of steps in a path.
const DEPTH: usize = 4;

/// A path that a call can expand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The dotted path that is sent.
    pub path: String,
    /// The name of the constant.
    pub ident: Ident,
}

/// The maximum number of objects inside a resource that are searched, the nearest first. Objects
/// that contain each other have a number of paths that grows exponentially with the depth.
const SEARCHED: usize = 2_000;

/// The maximum number of paths, after which no further object is searched.
const PATHS: usize = 1_000;

/// Finds the paths of a resource; other types have none.
pub(super) fn of(api: &Api, id: TypeId) -> Vec<Expansion> {
    match &api.get(id).shape {
        Shape::Object(object) if object.is_resource => {}
        _ => return Vec::new(),
    }
    let paths = paths(api, id);
    let plain: Vec<Ident> = paths
        .iter()
        .map(|path| ident::constant(&format!("{}.{path}", dialect::EXPAND)))
        .collect();
    let mut counts: BTreeMap<&Ident, usize> = BTreeMap::new();
    for name in &plain {
        *counts.entry(name).or_default() += 1;
    }
    let name = |(path, name): (String, &Ident)| Expansion {
        ident: match counts.get(name) {
            Some(1) => name.clone(),
            _ => ident::stepwise_constant(dialect::EXPAND, &path),
        },
        path,
    };
    paths.into_iter().zip(&plain).map(name).collect()
}

/// Returns the paths, in alphabetical order.
fn paths(api: &Api, id: TypeId) -> BTreeSet<String> {
    let mut search = Search::default();
    search.pending.push_back((id, Vec::new()));
    for _ in 0..SEARCHED {
        if search.paths.len() >= PATHS {
            break;
        }
        let Some((id, above)) = search.pending.pop_front() else { break };
        search.object(api, id, &above);
    }
    search.paths
}

#[derive(Default)]
struct Search<'a> {
    paths: BTreeSet<String>,
    /// The objects to search, with the steps that lead to them.
    pending: VecDeque<(TypeId, Vec<&'a str>)>,
}

impl<'a> Search<'a> {
    fn object(&mut self, api: &'a Api, id: TypeId, above: &[&'a str]) {
        let Shape::Object(object) = &api.get(id).shape else { return };
        if above.len() >= DEPTH {
            return;
        }
        for field in &object.fields {
            let steps = [above, &[&field.wire]].concat();
            self.value(&field.ty, field.required, steps);
        }
    }

    fn value(&mut self, ty: &Received, required: bool, mut steps: Vec<&'a str>) {
        match ty {
            // Paths inside the expanded object belong to that object; `Expand::then` joins
            // the two.
            Received::Expandable(..) => {
                self.paths.insert(steps.join("."));
            }
            Received::List(items) => {
                if !required {
                    self.paths.insert(steps.join("."));
                }
                steps.push(dialect::DATA);
                self.value(items, true, steps);
            }
            Received::Array(of) | Received::Map(of) => self.value(of, true, steps),
            Received::Named(part) => self.pending.push_back((*part, steps)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{array, field, list, optional};

    /// Returns the paths and names of the resource that `build` adds last.
    fn paths(
        build: impl FnOnce(&mut Api, Received) -> Vec<crate::model::Field>,
    ) -> Vec<String> {
        let mut api = Api::empty();
        let reference = api.reference("sailor", None);
        let mut fields = build(&mut api, Received::Expandable(reference, Vec::new()));
        fields.push(field("id", Received::String));
        let boat = api.object("boat", fields);
        of(&api, boat).iter().map(|e| format!("{} {}", e.path, e.ident)).collect()
    }

    #[test]
    fn ids_and_lists_that_can_be_absent_are_paths() {
        let found = paths(|api, sailor| {
            let oar = api.object("oar", [field("maker", sailor.clone())]);
            vec![
                field("owner", sailor),
                field("oars", list(oar)),
                optional("spares", list(oar)),
                field("all", array(oar)),
            ]
        });
        let expected = [
            "all.maker EXPAND_ALL_MAKER",
            "oars.data.maker EXPAND_OARS_DATA_MAKER",
            "owner EXPAND_OWNER",
            "spares EXPAND_SPARES",
            "spares.data.maker EXPAND_SPARES_DATA_MAKER",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn paths_have_at_most_four_steps() {
        let found = paths(|api, sailor| {
            let mut at = vec![field("e", sailor)];
            for name in ["d", "c", "b", "a"] {
                let inner = api.object(&format!("boat:{name}"), at.clone());
                at = vec![field(name, Received::Named(inner)), at.remove(0)];
            }
            at
        });
        let steps: Vec<usize> =
            found.iter().map(|path| path.matches('.').count() + 1).collect();
        assert_eq!(steps.iter().max(), Some(&4), "{found:?}");
    }

    #[test]
    fn names_that_would_be_equal_show_their_steps() {
        let found = paths(|api, sailor| {
            let tax = api.object("boat:tide", [field("no", sailor.clone())]);
            vec![field("tide", Received::Named(tax)), field("tide_no", sailor)]
        });
        assert_eq!(found, ["tide.no EXPAND_TIDE__NO", "tide_no EXPAND_TIDE_NO"]);
    }

    #[test]
    fn types_that_are_no_resources_have_no_paths() {
        let mut api = Api::empty();
        let reference = api.reference("sailor", None);
        let oar = api.object(
            "oar",
            [field("maker", Received::Expandable(reference, Vec::new()))],
        );
        assert_eq!(of(&api, oar), []);
    }
}
