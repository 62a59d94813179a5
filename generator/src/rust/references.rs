//! Links operations and resources to the pages of the API reference.

use crate::input::scope::{self, Scope};
use crate::model::{Api, Operation, Shape, TypeId};

/// Sets the pages that the scope knows.
pub(crate) fn run(api: &mut Api, scope: &Scope) {
    let mut objects: Vec<(TypeId, String, String)> = Vec::new();
    for operation in &mut api.operations {
        let base = scope
            .references
            .iter()
            .filter(|(prefix, _)| scope::continues(&operation.path, prefix))
            .max_by_key(|(prefix, _)| prefix.len());
        let Some((_, base)) = base else { continue };
        operation.page = Some(format!("{base}/{}", page(operation)));
        if let Some(component) = operation.response.named().first() {
            objects.push((
                *component,
                operation.component.clone(),
                format!("{base}/object"),
            ));
        }
        objects.extend(
            operation
                .params
                .map(|id| (id, String::new(), format!("{base}/{}", page(operation)))),
        );
    }
    for (id, component, page) in objects {
        let def = &mut api.types[id.0];
        let belongs = match &def.shape {
            Shape::Object(object) => object.component == Some(component),
            _ => true,
        };
        if belongs && def.page.is_none() {
            def.page = Some(page);
        }
    }
}

/// Returns the last word of an operation's page: `list_line_items` is described under
/// `line_items`.
fn page(operation: &Operation) -> &str {
    operation.ident.strip_prefix("list_").unwrap_or(&operation.ident)
}
