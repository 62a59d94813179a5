//! Prints the front pages of modules, which only contain names.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::names_of;
use super::layout::{Item, SourceFile};
use super::{Context, File, cfg, codec, params, tokens};
use crate::diagnostic::Result;
use crate::model::TypeId;
use crate::rust::ident::PAYLOAD;
use crate::rust::{Crate, Features, Shape, TypeDef};

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

/// The items of a module's front that are compiled together.
#[derive(Debug, Default)]
struct Part<'a> {
    private: BTreeSet<String>,
    public: BTreeSet<&'a str>,
    exports: BTreeMap<String, BTreeSet<&'a str>>,
    taken: BTreeMap<String, BTreeSet<&'a str>>,
}

impl Part<'_> {
    /// Returns the declarations of private and of public modules, and the re-exports.
    fn lines(self) -> [Vec<TokenStream>; 3] {
        let private = self.private.iter().map(|file| {
            let file = tokens(file);
            quote!(mod #file;)
        });
        let public = self.public.iter().map(|child| {
            let child = tokens(child);
            quote!(pub mod #child;)
        });
        let exports = self.exports.into_iter().chain(self.taken);
        let exports = exports.map(|(module, names)| export(&module, names));
        [private.collect(), public.collect(), exports.collect()]
    }
}

/// Returns the items, by the features that they name inside the module.
fn parts<'a>(
    krate: &'a Crate,
    path: &str,
    module: &'a Module,
) -> BTreeMap<Features, Part<'a>> {
    let around = krate.features_of_module(path);
    let mut parts: BTreeMap<Features, Part<'a>> = BTreeMap::new();
    let types = module.types.iter().map(|id| krate.get(*id));
    let types = types.map(|def| (&def.file, &def.name, &def.features));
    let accessors = module.accessors.iter().map(|index| &krate.accessors[*index]);
    let accessors = accessors.map(|a| (&a.file, &a.name, &a.features));
    for (file, name, features) in types.chain(accessors) {
        let part = parts.entry(features.within(&around)).or_default();
        part.private.insert(file.clone());
        let names = part.exports.entry(format!("self::{file}")).or_default();
        names.insert(name.ident.as_str());
    }
    for tables in codec::parts(krate, path, &module.types) {
        parts.entry(tables.features).or_default().private.insert(tables.file);
    }
    let event = krate.events.as_ref().map(|events| krate.get(events.event));
    if let Some(event) = event.filter(|event| event.name.module == path) {
        let part = parts.entry(event.features.within(&around)).or_default();
        part.private.insert(PAYLOAD.to_owned());
    }
    for child in &module.children {
        let features = krate.features_of_module(&format!("{path}::{child}"));
        parts.entry(features.within(&around)).or_default().public.insert(child);
    }
    for ((module, name), takers) in taken(krate, path, &module.types) {
        let part = parts.entry(Features::any(takers).within(&around)).or_default();
        part.taken.entry(module).or_default().insert(name);
    }
    parts
}

fn front(krate: &Crate, path: &str, module: &Module) -> SourceFile {
    let mut items = Vec::new();
    for (features, part) in parts(krate, path, module) {
        let lines = part.lines();
        match cfg::line(&features) {
            None => {
                let groups = lines.into_iter().filter(|group| !group.is_empty());
                items.extend(groups.map(Item::Lines));
            }
            Some(attribute) => {
                let all = lines.into_iter().flatten().collect();
                items.push(Item::Part { attribute, items: all });
            }
        }
    }
    SourceFile {
        path: format!("{}/mod.rs", path.replace("::", "/")),
        docs: page(krate, path),
        imports: Vec::new(),
        items,
    }
}

/// Re-exports everything that the setters of a module take, so that one import is
/// enough:
/// ```ignore
/// pub use crate::Timestamp;
/// pub use crate::checkout::{AllowedCountry, Mode};
/// ```
/// Each with the features of the parameters that take it.
fn taken<'a>(
    krate: &'a Crate,
    path: &str,
    types: &'a [TypeId],
) -> BTreeMap<(String, &'a str), Vec<&'a Features>> {
    let mut names: BTreeMap<(String, &str), Vec<&Features>> = BTreeMap::new();
    let params = types.iter().filter_map(|id| match krate.get(*id) {
        def @ TypeDef { shape: Shape::Params(params), .. } => {
            Some(params.fields.iter().map(|field| (field, &def.features)))
        }
        _ => None,
    });
    let own = types.iter().map(|id| (krate.get(*id).name.ident.as_str(), path));
    // A name that two modules have is imported from its own module.
    let mut modules: BTreeMap<&str, &str> = own.collect();
    for (field, features) in params.flatten() {
        for ty in field.api.forms() {
            if let Some(name) = ty.id().map(|id| &krate.get(id).name) {
                let module = *modules.entry(name.ident.as_str()).or_insert(&name.module);
                if name.module != path && name.module == module {
                    let key = (format!("crate::{}", name.module), name.ident.as_str());
                    names.entry(key).or_default().push(features);
                }
            }
            if let Some(value) = params::runtime_value(ty) {
                let key = ("crate".to_owned(), value);
                names.entry(key).or_default().push(features);
            }
        }
    }
    names
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
    use crate::testing::{assert_code, emitted, field, has_code, inputs, param, path};

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
            &files["src/boats/mod.rs"],
            &[
                "//! Types and operations of `boats`.",
                "mod boat; mod codec; mod operations;",
                "pub mod params;",
                "pub use self::boat::{Boat, HullColour};",
                "pub use self::operations::Boats;",
            ],
        );
        // Types that setters take are re-exported.
        assert_code(
            &files["src/boats/params/mod.rs"],
            &[
                "//! Parameters of the operations in [`boats`](super).",
                "mod codec; mod create_boat;",
                "pub use crate::Timestamp;",
                "pub use crate::boats::HullColour;",
            ],
        );
    }

    #[test]
    fn what_has_the_features_of_its_module_is_not_marked_and_the_rest_is_in_parts() {
        let mut api = Api::empty();
        let colour = api.choice(path("boat:hull_colour"), &["red"]);
        let hull = [field("c", Received::Named(colour))];
        let boat = api.object("boat", hull.clone());
        let oar = api.object("oar", hull);
        let create = api.operation("POST /v1/boats", Received::Named(boat));
        api.operation("GET /v1/oars/{oar}", Received::Named(oar));
        api.operation("GET /v1/sails/{sail}", Received::String);
        api.params(create, "", [param("c", Sent::Named(colour))]);
        let files = emitted(emit, &api.planned_in_groups(&[]), &inputs());
        let boats = "#[cfg(feature = \"boats\")]";
        assert_code(
            &files["src/boats/mod.rs"],
            &[
                "mod codec; mod hull_colour; pub use self::hull_colour::HullColour;",
                &format!(
                    "part! {{ {boats} mod boat; mod codec_2; mod operations; pub mod params; \
                     pub use self::boat::Boat; pub use self::operations::Boats; }}"
                ),
            ],
        );
        let params = &files["src/boats/params/mod.rs"];
        assert!(!has_code(params, "cfg"));
        assert_code(params, &["pub use crate::boats::HullColour;"]);
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
