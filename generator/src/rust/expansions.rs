//! The paths that a call can expand: fields that contain an id unless the object is
//! requested, and lists that are absent unless requested.

use crate::model::{Api, Expansion, Shape, Type, TypeId};
use crate::rust::ident;

/// The server's limit on the number of steps in a path.
const DEPTH: usize = 4;

/// Finds the paths of all resources.
pub(crate) fn run(api: &mut Api) {
    let all: Vec<Vec<Expansion>> = api.ids().map(|id| expansions(api, id)).collect();
    for (def, expansions) in api.types.iter_mut().zip(all) {
        if let Shape::Object(object) = &mut def.shape {
            object.expansions = expansions;
        }
    }
}

fn expansions(api: &Api, id: TypeId) -> Vec<Expansion> {
    let Shape::Object(object) = &api.get(id).shape else { return Vec::new() };
    if !object.is_resource {
        return Vec::new();
    }
    let mut paths = Vec::new();
    collect(api, id, &mut Vec::new(), &mut paths);
    paths.sort();
    paths.dedup();
    let plain: Vec<String> =
        paths.iter().map(|path| ident::constant(&format!("expand.{path}"))).collect();
    let is_alone = |name: &String| plain.iter().filter(|n| *n == name).count() == 1;
    let name = |(path, name): (String, &String)| Expansion {
        ident: if is_alone(name) { name.clone() } else { stepwise(&path) },
        path,
    };
    paths.into_iter().zip(&plain).map(name).collect()
}

/// Returns a name that shows the steps, to distinguish `tax.id` from `tax_id`.
fn stepwise(path: &str) -> String {
    let steps: Vec<String> = path.split('.').map(ident::constant).collect();
    format!("EXPAND_{}", steps.join("__"))
}

fn collect(api: &Api, id: TypeId, above: &mut Vec<String>, paths: &mut Vec<String>) {
    let Shape::Object(object) = &api.get(id).shape else { return };
    if above.len() >= DEPTH {
        return;
    }
    for field in &object.fields {
        above.push(field.wire.clone());
        collect_in(api, &field.ty, field.required, above, paths);
        above.pop();
    }
}

fn collect_in(
    api: &Api,
    ty: &Type,
    required: bool,
    above: &mut Vec<String>,
    paths: &mut Vec<String>,
) {
    match ty {
        // Paths inside the expanded object belong to that object; `Expand::then` joins
        // the two.
        Type::Expandable(..) => paths.push(above.join(".")),
        Type::List(items) => {
            if !required {
                paths.push(above.join("."));
            }
            above.push("data".to_owned());
            collect_in(api, items, true, above, paths);
            above.pop();
        }
        Type::Array(of) | Type::Map(of) => collect_in(api, of, true, above, paths),
        Type::Named(part) => collect(api, *part, above, paths),
        _ => {}
    }
}
