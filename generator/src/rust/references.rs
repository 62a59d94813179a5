//! Links operations and resources to the pages of the API reference.

use std::collections::BTreeMap;

use super::ident::Ident;
use crate::input::scope::Scope;
use crate::model::{Api, Operation, OperationId, Shape, TypeId};
use crate::openapi::slice::continues;

/// The URLs of pages.
#[derive(Debug)]
pub(super) struct References {
    /// The pages, by operation.
    pub(super) operations: Vec<Option<String>>,
    /// The pages of types that have one.
    pub(super) types: BTreeMap<TypeId, String>,
}

/// Finds the pages that the scope knows.
pub(super) fn find(api: &Api, scope: &Scope, methods: &[Ident]) -> References {
    let mut references = References { operations: Vec::new(), types: BTreeMap::new() };
    for ((id, operation), method) in api.operations().zip(methods) {
        let base = base(scope, operation);
        let page = base.map(|base| format!("{base}/{}", page(method.as_str())));
        if let (Some(base), Some(page)) = (base, &page) {
            let object = operation.response.id().filter(|ty| is_about(api, id, *ty));
            let object = object.map(|ty| (ty, format!("{base}/object")));
            let params = operation.params.map(|ty| (ty, page.clone()));
            for (ty, page) in object.into_iter().chain(params) {
                references.types.entry(ty).or_insert(page);
            }
        }
        references.operations.push(page);
    }
    references
}

/// Returns the page of the resource: that of the longest prefix of the path.
fn base<'a>(scope: &'a Scope, operation: &Operation) -> Option<&'a String> {
    let matching =
        scope.references.iter().filter(|(p, _)| continues(&operation.path, p));
    matching.max_by_key(|(prefix, _)| prefix.len()).map(|(_, base)| base)
}

/// Returns `true` if a response is what the operation is about, or no object.
fn is_about(api: &Api, id: OperationId, ty: TypeId) -> bool {
    match &api.get(ty).shape {
        Shape::Object(object) => {
            object.component.as_ref() == Some(&api.calls.action(id).component)
        }
        _ => true,
    }
}

/// Returns the last word of an operation's page: `list_line_items` is described under
/// `line_items`.
fn page(method: &str) -> &str {
    method.strip_prefix("list_").unwrap_or(method)
}
