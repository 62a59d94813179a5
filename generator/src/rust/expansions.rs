//! The paths that a call can expand: fields that contain an id unless the object is
//! requested, and lists that are absent unless requested.

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

/// Finds the paths of a resource; other types have none.
pub(super) fn of(api: &Api, id: TypeId) -> Vec<Expansion> {
    match &api.get(id).shape {
        Shape::Object(object) if object.is_resource => {}
        _ => return Vec::new(),
    }
    let mut paths = Vec::new();
    collect(api, id, &mut Vec::new(), &mut paths);
    paths.sort();
    paths.dedup();
    let plain: Vec<Ident> = paths
        .iter()
        .map(|path| ident::constant(&format!("{}.{path}", dialect::EXPAND)))
        .collect();
    let is_alone = |name: &Ident| plain.iter().filter(|n| *n == name).count() == 1;
    let name = |(path, name): (String, &Ident)| Expansion {
        ident: match is_alone(name) {
            true => name.clone(),
            false => ident::stepwise_constant(dialect::EXPAND, &path),
        },
        path,
    };
    paths.into_iter().zip(&plain).map(name).collect()
}

fn collect<'a>(
    api: &'a Api,
    id: TypeId,
    above: &mut Vec<&'a str>,
    paths: &mut Vec<String>,
) {
    let Shape::Object(object) = &api.get(id).shape else { return };
    if above.len() >= DEPTH {
        return;
    }
    for field in &object.fields {
        above.push(&field.wire);
        collect_in(api, &field.ty, field.required, above, paths);
        above.pop();
    }
}

fn collect_in<'a>(
    api: &'a Api,
    ty: &Received,
    required: bool,
    above: &mut Vec<&'a str>,
    paths: &mut Vec<String>,
) {
    match ty {
        // Paths inside the expanded object belong to that object; `Expand::then` joins
        // the two.
        Received::Expandable(..) => paths.push(above.join(".")),
        Received::List(items) => {
            if !required {
                paths.push(above.join("."));
            }
            above.push(dialect::DATA);
            collect_in(api, items, true, above, paths);
            above.pop();
        }
        Received::Array(of) | Received::Map(of) => {
            collect_in(api, of, true, above, paths);
        }
        Received::Named(part) => collect(api, *part, above, paths),
        _ => {}
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
