//! Emits source files from the [`Api`]. No decisions are made here: everything that an
//! emitter needs to know is in the `Api`.

mod blocking;
mod codec;
mod crate_root;
pub mod descriptions;
mod docs;
mod events;
pub mod fixtures;
mod guides;
mod imports;
pub mod inventory;
pub mod layout;
pub mod manifest;
mod module;
mod operations;
mod params;
pub mod readme;
pub mod runtime;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};

use crate::model::{Api, TypeId};
use crate::output::layout::SourceFile;

/// Returns the source files of the crate, except the runtime.
pub(crate) fn emit(api: &Api, description: &str) -> Vec<SourceFile> {
    let mut files = Vec::new();
    let modules = modules(api);
    for (path, module) in &modules {
        files.extend(module::emit(api, path, module));
    }
    files.extend(events::emit(api));
    files.extend(fixtures::emit(api));
    files.extend(guides::emit(api));
    files.extend(blocking::emit(api));
    files.push(crate_root::lib(api, description, &modules));
    files.push(crate_root::version(api));
    files
}

/// The contents of a module.
#[derive(Debug, Default)]
struct Module {
    types: Vec<TypeId>,
    accessors: Vec<usize>,
    children: BTreeSet<String>,
}

/// Returns the modules by path, including modules that only contain other modules.
fn modules(api: &Api) -> BTreeMap<String, Module> {
    let mut modules: BTreeMap<String, Module> = BTreeMap::new();
    for id in api.ids() {
        modules.entry(api.get(id).name.module.clone()).or_default().types.push(id);
    }
    for (index, accessor) in api.accessors.iter().enumerate() {
        modules.entry(accessor.name.module.clone()).or_default().accessors.push(index);
    }
    let paths: Vec<String> = modules.keys().cloned().collect();
    for path in paths {
        add_to_parents(&mut modules, &path);
    }
    modules
}

fn add_to_parents(modules: &mut BTreeMap<String, Module>, path: &str) {
    if let Some((parent, child)) = path.rsplit_once("::") {
        modules.entry(parent.to_owned()).or_default().children.insert(child.to_owned());
        add_to_parents(modules, parent);
    }
}

/// Returns the source file of the emitter with this module path.
fn emitter(module: &str) -> String {
    let path = module.split("::").skip(1).collect::<Vec<_>>().join("/");
    format!("generator/src/{path}.rs")
}

/// Converts a name into an identifier. Names are made by `ident` and are legal.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// Parses code that was written by this module, such as a path.
fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}
