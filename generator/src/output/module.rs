//! Emits modules: their front pages and their files.

use std::collections::{BTreeMap, BTreeSet};

use quote::quote;

use super::imports::{Imports, in_order};
use super::{Module, codec, emitter, ident, operations, params, types};
use crate::model::{Api, Name, Shape, TypeId};
use crate::output::layout::{Item, SourceFile, Use, compare, sort};
use crate::rust::ident::{CODEC, PAYLOAD};

/// Returns the files of a module.
pub(super) fn emit(api: &Api, path: &str, module: &Module) -> Vec<SourceFile> {
    let mut files: Vec<SourceFile> = by_file(api, module)
        .iter()
        .map(|(file, ids)| type_file(api, path, file, ids))
        .collect();
    files.extend(module.accessors.iter().map(|index| operations::emit(api, *index)));
    let codec = codec::emit(api, path, &module.types);
    files.push(front(api, path, module, codec.is_some()));
    files.extend(codec);
    files
}

/// Returns the types of a module by file: an object first, then the enums of its fields.
fn by_file<'a>(api: &'a Api, module: &Module) -> BTreeMap<&'a str, Vec<TypeId>> {
    let mut files: BTreeMap<&str, Vec<TypeId>> = BTreeMap::new();
    for id in &module.types {
        files.entry(&api.get(*id).name.file).or_default().push(*id);
    }
    for ids in files.values_mut() {
        ids.sort_by_key(|id| matches!(api.get(*id).shape, Shape::Enum(_)));
    }
    files
}

fn type_file(api: &Api, path: &str, file: &str, ids: &[TypeId]) -> SourceFile {
    let mut imports = Imports::new(ids.iter().map(|id| &api.get(*id).name));
    let mut items = Vec::new();
    for def in ids.iter().map(|id| api.get(*id)) {
        items.extend(match &def.shape {
            Shape::Params(params) => params::emit(api, def, params, &mut imports),
            _ => types::emit(api, def, &mut imports),
        });
    }
    let is_sent = |id: &TypeId| matches!(api.get(*id).shape, Shape::Params(_));
    SourceFile {
        path: format!("{}/{file}.rs", path.replace("::", "/")),
        emitter: if ids.iter().any(is_sent) {
            params::source()
        } else {
            types::source()
        },
        docs: String::new(),
        imports: imports.declarations(),
        items,
    }
}

/// Emits `mod.rs`, which only contains names.
fn front(api: &Api, path: &str, module: &Module, has_codec: bool) -> SourceFile {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let types = module.types.iter().map(|id| &api.get(*id).name);
    let accessors = module.accessors.iter().map(|i| &api.accessors[*i].name);
    for Name { file, ident, .. } in types.chain(accessors) {
        files.entry(file).or_default().push(ident);
    }
    let mut private: Vec<&str> = files.keys().copied().collect();
    if has_codec {
        private.push(CODEC);
    }
    if api
        .events
        .as_ref()
        .is_some_and(|events| api.get(events.event).name.module == path)
    {
        private.push(PAYLOAD);
    }
    private.sort_unstable();
    let private = private.iter().map(|file| {
        let file = ident(file);
        quote!(mod #file;)
    });
    let public = module.children.iter().map(|child| {
        let child = ident(child);
        quote!(pub mod #child;)
    });
    let exports = files.into_iter().map(|(file, mut names)| {
        sort(&mut names);
        let names = names.into_iter().map(str::to_owned).collect();
        Use { path: format!("pub use self::{file}"), names }
    });
    let mut exports: Vec<Use> = exports.collect();
    exports.sort_by(|a, b| compare(&a.path, &b.path));
    exports.extend(taken(api, path, &module.types));
    let declarations = [private.collect::<Vec<_>>(), public.collect()];
    let declarations = declarations.into_iter().filter(|group| !group.is_empty());
    SourceFile {
        path: format!("{}/mod.rs", path.replace("::", "/")),
        emitter: emitter(module_path!()),
        docs: page(api, path),
        imports: Vec::new(),
        items: declarations.map(Item::Lines).chain([Item::Uses(exports)]).collect(),
    }
}

/// Re-exports everything that the setters of a module take, so that one import is
/// enough:
/// ```ignore
/// pub use crate::Timestamp;
/// pub use crate::checkout::{AllowedCountry, Mode};
/// ```
fn taken(api: &Api, path: &str, types: &[TypeId]) -> Vec<Use> {
    let mut names: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let params = types.iter().filter_map(|id| match &api.get(*id).shape {
        Shape::Params(params) => Some(params),
        _ => None,
    });
    let own = types.iter().map(|id| (api.get(*id).name.ident.as_str(), path));
    // A name that two modules have is imported from its own module.
    let mut modules: BTreeMap<&str, &str> = own.collect();
    for ty in params.flat_map(|params| &params.fields).map(|field| &field.ty) {
        for name in ty.named().into_iter().map(|id| &api.get(id).name) {
            let module = *modules.entry(&name.ident).or_insert(&name.module);
            if name.module != path && name.module == module {
                let module = format!("crate::{}", name.module);
                names.entry(module).or_default().insert(&name.ident);
            }
        }
        if let Some(value) = params::runtime_value(ty) {
            names.entry("crate".to_owned()).or_default().insert(value);
        }
    }
    let declaration = |(module, names): (String, BTreeSet<&str>)| {
        let mut names: Vec<&str> = names.into_iter().collect();
        sort(&mut names);
        let names = names.into_iter().map(str::to_owned).collect();
        Use { path: format!("pub use {module}"), names }
    };
    let mut declarations: Vec<Use> = names.into_iter().map(declaration).collect();
    declarations.sort_by(in_order);
    declarations
}

/// Returns the page of the book about a module, or a sentence.
fn page(api: &Api, path: &str) -> String {
    if let Some(page) = api.pages.get(path) {
        return page.clone();
    }
    match path.rsplit_once("::") {
        Some((parent, _)) => {
            format!("Parameters of the operations in [`{parent}`](super).")
        }
        None => format!("Types and operations of `{path}`."),
    }
}
