//! Emits guides: modules with nothing but documentation.

use quote::quote;

use super::{emitter, ident};
use crate::model::Api;
use crate::output::layout::{Item, SourceFile};
use crate::rust::ident::GUIDES;

/// Returns a file for each guide, and one for the module that contains them.
pub(super) fn emit(api: &Api) -> Vec<SourceFile> {
    let inside =
        |path: &str| path.strip_prefix(GUIDES)?.strip_prefix("::").map(str::to_owned);
    let guides: Vec<(String, &String)> = api
        .pages
        .iter()
        .filter_map(|(path, text)| Some((inside(path)?, text)))
        .collect();
    if guides.is_empty() {
        return Vec::new();
    }
    let declarations = guides.iter().map(|(name, _)| {
        let name = ident(name);
        quote!(pub mod #name;)
    });
    let front = SourceFile {
        path: format!("{GUIDES}/mod.rs"),
        emitter: emitter(module_path!()),
        docs: api.pages.get(GUIDES).cloned().unwrap_or_default(),
        imports: Vec::new(),
        items: vec![Item::Lines(declarations.collect())],
    };
    let pages = guides.iter().map(|(name, text)| SourceFile {
        path: format!("{GUIDES}/{name}.rs"),
        emitter: emitter(module_path!()),
        docs: (*text).clone(),
        imports: Vec::new(),
        items: Vec::new(),
    });
    std::iter::once(front).chain(pages).collect()
}
