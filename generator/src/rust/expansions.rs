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
