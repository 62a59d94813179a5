//! Prints the front pages of modules, which only contain names.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::names_of;
use super::layout::{Item, SourceFile};
use super::{Context, File, codec, params, tokens};
use crate::diagnostic::Result;
use crate::model::TypeId;
use crate::rust::ident::{CODEC, PAYLOAD};
use crate::rust::{Crate, Shape};

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    let modules = of(context.krate);
    let fronts = modules.iter().map(|(path, module)| front(context.krate, path, module));
    context.print("modules", fronts.collect())
}

/// The contents of a module.
#[derive(Debug, Default)]
pub(super) struct Module {
    pub(super) types: Vec<TypeId>,
    accessors: Vec<usize>,
    children: BTreeSet<String>,
}

/// Returns the modules by path, including modules that only contain other modules.
pub(super) fn of(krate: &Crate) -> BTreeMap<String, Module> {
    let mut modules: BTreeMap<String, Module> = BTreeMap::new();
    for id in krate.ids() {
        modules.entry(krate.get(id).name.module.clone()).or_default().types.push(id);
    }
    for (index, accessor) in krate.accessors.iter().enumerate() {
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

fn front(krate: &Crate, path: &str, module: &Module) -> SourceFile {
    let mut files: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let types = module.types.iter().map(|id| krate.get(*id));
    let types = types.map(|def| (&def.file, &def.name));
    let accessors = module.accessors.iter().map(|index| &krate.accessors[*index]);
    let accessors = accessors.map(|accessor| (&accessor.file, &accessor.name));
    for (file, name) in types.chain(accessors) {
        files.entry(file).or_default().insert(name.ident.as_str());
    }
    let mut private: Vec<&str> = files.keys().copied().collect();
    if codec::has_tables(krate, &module.types) {
        private.push(CODEC);
    }
    if krate
        .events
        .as_ref()
        .is_some_and(|events| krate.get(events.event).name.module == path)
    {
        private.push(PAYLOAD);
    }
    private.sort_unstable();
    let private = private.iter().map(|file| {
        let file = tokens(file);
        quote!(mod #file;)
    });
    let public = module.children.iter().map(|child| {
        let child = tokens(child);
        quote!(pub mod #child;)
    });
    let export_file = |(file, names)| export(&format!("self::{file}"), names);
    let mut exports: Vec<TokenStream> = files.into_iter().map(export_file).collect();
    exports.extend(taken(krate, path, &module.types));
    let declarations = [private.collect::<Vec<_>>(), public.collect()];
    let declarations = declarations.into_iter().filter(|group| !group.is_empty());
    SourceFile {
        path: format!("{}/mod.rs", path.replace("::", "/")),
        docs: page(krate, path),
        imports: Vec::new(),
        items: declarations.map(Item::Lines).chain([Item::Lines(exports)]).collect(),
    }
}

/// Re-exports everything that the setters of a module take, so that one import is
/// enough:
/// ```ignore
/// pub use crate::Timestamp;
/// pub use crate::checkout::{AllowedCountry, Mode};
/// ```
fn taken(krate: &Crate, path: &str, types: &[TypeId]) -> Vec<TokenStream> {
    let mut names: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let params = types.iter().filter_map(|id| match &krate.get(*id).shape {
        Shape::Params(params) => Some(params),
        _ => None,
    });
    let own = types.iter().map(|id| (krate.get(*id).name.ident.as_str(), path));
    // A name that two modules have is imported from its own module.
    let mut modules: BTreeMap<&str, &str> = own.collect();
    let fields = params.flat_map(|params| &params.fields);
    for ty in fields.flat_map(|field| field.api.forms()) {
        if let Some(name) = ty.id().map(|id| &krate.get(id).name) {
            let module = *modules.entry(name.ident.as_str()).or_insert(&name.module);
            if name.module != path && name.module == module {
                let module = format!("crate::{}", name.module);
                names.entry(module).or_default().insert(name.ident.as_str());
            }
        }
        if let Some(value) = params::runtime_value(ty) {
            names.entry("crate".to_owned()).or_default().insert(value);
        }
    }
    names.into_iter().map(|(module, names)| export(&module, names)).collect()
}

fn export(module: &str, names: BTreeSet<&str>) -> TokenStream {
    let names = names_of(module, names);
    quote!(pub use #names;)
}

/// Returns the page of the book about a module, or a sentence.
fn page(krate: &Crate, path: &str) -> String {
    if let Some(page) = krate.pages.get(path) {
        return page.clone();
    }
    match path.rsplit_once("::") {
        Some((parent, _)) => {
            format!("Parameters of the operations in [`{parent}`](super).")
        }
        None => format!("Types and operations of `{path}`."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Api, Received, Sent};
    use crate::testing::{assert_code, emitted, field, inputs, param, path};

    #[test]
    fn a_module_declares_its_files_and_exports_their_types() {
        let mut api = Api::empty();
        let colour = api.choice(path("boat:hull_colour"), &["red"]);
        let boat = api.object("boat", [field("c", Received::Named(colour))]);
        let create = api.operation("POST /v1/boats", Received::Named(boat));
        let time = param("at", Sent::Array(Box::new(Sent::Timestamp)));
        api.params(create, "", [param("c", Sent::Named(colour)), time]);
        let files = emitted(emit, &api.planned(), &inputs());
        assert_code(
            &files["src/boat/mod.rs"],
            &[
                "//! Types and operations of `boat`.",
                "mod boats; mod codec; mod object;",
                "pub mod params;",
                "pub use self::boats::Boats;",
                "pub use self::object::{Boat, HullColour};",
            ],
        );
        // Types that setters take are re-exported.
        assert_code(
            &files["src/boat/params/mod.rs"],
            &[
                "//! Parameters of the operations in [`boat`](super).",
                "mod codec; mod create_boat;",
                "pub use crate::Timestamp;",
                "pub use crate::boat::HullColour;",
            ],
        );
    }

    #[test]
    fn modules_that_only_contain_others_exist_and_pages_describe_them() {
        let mut api = Api::empty();
        api.object("boat", []);
        let mut krate = api.planned();
        krate.types[0].name.module = "harbour::pier".to_owned();
        krate.pages.insert("harbour".to_owned(), "All about harbours.".to_owned());
        let files = emitted(emit, &krate, &inputs());
        assert_code(
            &files["src/harbour/mod.rs"],
            &["//! All about harbours.", "pub mod pier;"],
        );
        assert!(files.contains_key("src/harbour/pier/mod.rs"));
    }
}
