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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap as Map;

    use super::*;
    use crate::model::Received;
    use crate::rust::ident;
    use crate::testing::list;

    #[test]
    fn operations_lead_to_pages_below_that_of_their_resource() {
        let mut api = Api::empty();
        for route in [
            "POST /v1/boats",
            "GET /v1/boats/{boat}/oars",
            "GET /v1/boats/sails",
            "GET /v1/docks",
        ] {
            api.operation(route, Received::String);
        }
        let pages =
            [("/v1/boats", "https://x/boats"), ("/v1/boats/sails", "https://x/sails")];
        let pages = pages.map(|(path, page)| (path.to_owned(), page.to_owned()));
        let scope = Scope { references: Map::from(pages), ..Scope::default() };
        let methods = ["create", "list_oars", "retrieve", "list"].map(ident::method);
        let found = find(&api, &scope, &methods).operations;
        let found: Vec<Option<&str>> = found.iter().map(Option::as_deref).collect();
        let expected = [
            Some("https://x/boats/create"),
            Some("https://x/boats/oars"),
            Some("https://x/sails/retrieve"),
            None,
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn resources_and_parameters_lead_to_pages() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let note = api.object("note", []);
        api.operation("GET /v1/boats", list(boat));
        let close = api.operation("POST /v1/boats/{boat}/close", Received::Named(note));
        let params = api.params(close, "", []);
        let references =
            Map::from([("/v1/boats".to_owned(), "https://x/boats".to_owned())]);
        let scope = Scope { references, ..Scope::default() };
        let methods = ["list", "close"].map(ident::method);
        let types = find(&api, &scope, &methods).types;
        // The response of `close` is not what the operation is about.
        let expected =
            [(boat, "https://x/boats/object"), (params, "https://x/boats/close")];
        let expected = expected.map(|(ty, page)| (ty, page.to_owned()));
        assert_eq!(types, Map::from(expected));
    }
}
