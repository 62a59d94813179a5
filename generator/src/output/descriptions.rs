//! Lists the public items with their descriptions.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::rust::{Crate, Ident, Shape, TypeDef};

/// A public item that a description is for.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// The module.
    pub module: &'a str,
    /// The path of the item below the crate.
    pub rust: String,
    /// The description; empty if there is none.
    pub text: &'a str,
    /// The file with the schema or operation that the item comes from.
    pub file: &'a str,
    /// The JSON pointer of that schema or operation.
    pub pointer: &'a str,
}

/// Returns all types, fields, parameters, values and operations.
///
/// It leaves out what the generator itself describes: unions, references to resources, and
/// the parameters of an operation, which has a description.
pub fn items(krate: &Crate) -> Vec<Item<'_>> {
    let types = krate.types.iter().flat_map(|def| of_type(krate, def));
    let operations = krate.accessors.iter().flat_map(|accessor| {
        let name = &accessor.name;
        krate.operations_of(accessor).map(|operation| Item {
            module: &name.module,
            rust: format!("{}::{}::{}", name.module, name.ident, operation.ident),
            text: &operation.api.docs,
            file: &krate.file,
            pointer: &operation.api.pointer,
        })
    });
    types.chain(operations).collect()
}

fn of_type<'a>(krate: &'a Crate, def: &'a TypeDef) -> Vec<Item<'a>> {
    let origin = def.origin();
    let path = format!("{}::{}", def.name.module, def.name.ident);
    let item = |rust: String, text, pointer| Item {
        module: &def.name.module,
        rust,
        text,
        file: &krate.file,
        pointer,
    };
    let member =
        |ident: &Ident, text, pointer| item(format!("{path}::{ident}"), text, pointer);
    let mut items: Vec<Item<'_>> = match &def.shape {
        Shape::Object(object) => {
            let fields = object.fields.iter();
            fields.map(|f| member(&f.ident, &f.docs, &f.api.pointer)).collect()
        }
        Shape::Params(params) => {
            let fields = params.fields.iter();
            fields.map(|f| member(&f.ident, &f.docs, &f.api.pointer)).collect()
        }
        Shape::Enum(values) => {
            values.iter().map(|v| member(&v.ident, &v.docs, &origin.pointer)).collect()
        }
        Shape::Union(_) | Shape::Reference(_) => return Vec::new(),
    };
    let is_of_operation =
        |place: &crate::rust::Place| place.is_sent && place.path.is_empty();
    if !def.origins.iter().all(is_of_operation) {
        items.push(item(path.clone(), &def.docs, &origin.pointer));
    }
    items
}

/// Reports the items without a description.
///
/// # Errors
/// Returns an error if there are any.
pub fn check(krate: &Crate) -> Result<()> {
    let mut problems = Diagnostics::default();
    for item in items(krate).iter().filter(|item| item.text.trim().is_empty()) {
        let place = Place::Pointer(item.pointer.to_owned());
        problems.push(
            Diagnostic::new(
                item.file,
                place,
                format!("`{}` has no description", item.rust),
            )
            .help("describe it in an overlay of prose"),
        );
    }
    problems.into_result(())
}

/// Returns a table: the number of items in each module, and of those with a description.
pub fn summary(krate: &Crate) -> String {
    let mut modules: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for item in items(krate) {
        for row in [item.module, TOTAL] {
            let (all, described) = modules.entry(row).or_default();
            *all += 1;
            *described += usize::from(!item.text.trim().is_empty());
        }
    }
    let width = modules.keys().map(|name| name.len()).max().unwrap_or(0);
    let mut text = format!("{:width$}  {:>6}  {:>9}\n", "module", "items", "described");
    let total = modules.remove(TOTAL);
    for (module, (all, described)) in
        modules.into_iter().chain(total.map(|t| (TOTAL, t)))
    {
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{module:width$}  {all:>6}  {described:>9}");
    }
    text
}

const TOTAL: &str = "total";
