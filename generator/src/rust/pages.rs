//! Assigns the pages of the book: to modules, to operations, and to guides, which are modules
//! with nothing but documentation.

use std::collections::BTreeMap;

use crate::diagnostic::suggest;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::model::Api;
use crate::model::calls as operations;
use crate::output::runtime;
use crate::rust::ident::GUIDES;

/// The extension of pages.
const EXTENSION: &str = ".md";

/// The folder with a page for each operation: `operations/checkout.sessions.create.md`.
const OPERATIONS: &str = "operations/";

/// The page of the crate itself.
const FRONT: &str = "lib";

/// Assigns all pages. `book` has their text by path below `folder`.
pub(crate) fn run(
    api: &mut Api,
    folder: &str,
    book: &BTreeMap<String, String>,
) -> Result<()> {
    let mut problems = Diagnostics::default();
    for (path, text) in book {
        let Some(name) = path.strip_suffix(EXTENSION) else { continue };
        let file = format!("{folder}/{path}");
        if path.starts_with(runtime::ITEMS) {
            problems.record(check_item(&file, path));
            continue;
        }
        problems.record(match name.strip_prefix(OPERATIONS) {
            Some(operation) => to_operation(api, &file, operation, text),
            None => to_module(api, &file, &name.replace(['.', '/'], "::"), text),
        });
    }
    problems.into_result(())
}

/// Checks that an item of the runtime has a place for the page.
fn check_item(file: &str, path: &str) -> Result<()> {
    let files = runtime::files();
    let pages: Vec<String> =
        files.iter().filter_map(|(path, _)| runtime::page_of(path)).collect();
    if pages.iter().any(|page| page == path) {
        return Ok(());
    }
    Err(unknown(file, "public item", path, &pages))
}

fn to_operation(api: &mut Api, file: &str, name: &str, text: &str) -> Result<()> {
    let names = calls(api);
    match names.iter().position(|known| known == name) {
        Some(index) => {
            text.trim_end().clone_into(&mut api.operations[index].guide);
            Ok(())
        }
        None => Err(unknown(file, "operation", name, &names)),
    }
}

/// Returns the calls that lead from the client to each operation, such as
/// `checkout.sessions.create`.
fn calls(api: &Api) -> Vec<String> {
    let mut calls = vec![String::new(); api.operations.len()];
    for (index, accessor) in api.accessors.iter().enumerate() {
        let steps = operations::segments(api, index).join(".");
        for operation in &accessor.operations {
            let method = &api.operations[*operation].ident;
            calls[*operation] = format!("{steps}.{method}");
        }
    }
    calls
}

fn to_module(api: &mut Api, file: &str, module: &str, text: &str) -> Result<()> {
    let names = modules(api);
    let is_guide = module.split("::").next() == Some(GUIDES);
    if !is_guide && !names.iter().any(|name| name == module) {
        return Err(unknown(file, "module", module, &names));
    }
    api.pages.insert(module.to_owned(), text.to_owned());
    Ok(())
}

/// Returns the modules of types and accessors, with those that contain them.
fn modules(api: &Api) -> Vec<String> {
    let types = api.types.iter().map(|def| &def.name.module);
    let accessors = api.accessors.iter().map(|accessor| &accessor.name.module);
    let mut names = vec![FRONT.to_owned()];
    for module in types.chain(accessors) {
        let ends = module.match_indices("::").map(|(end, _)| end).chain([module.len()]);
        names.extend(ends.filter_map(|end| module.get(..end)).map(str::to_owned));
    }
    names
}

fn unknown(file: &str, kind: &str, name: &str, known: &[String]) -> Diagnostics {
    let fault = format!("page about the {kind} `{name}`, which does not exist");
    let known = known.iter().map(String::as_str);
    Diagnostic::new(file, Place::File, fault)
        .help(suggest::help(name, known, "rename or remove the page"))
        .into()
}
