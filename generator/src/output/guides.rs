//! Prints guides: modules with nothing but documentation.

use quote::quote;

use super::layout::{Item, SourceFile};
use super::{Context, File, tokens};
use crate::diagnostic::Result;
use crate::rust::Crate;
use crate::rust::ident::GUIDES;

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    context.print("guides", files(context.krate))
}

/// Returns a file for each guide, and one for the module that contains them.
fn files(krate: &Crate) -> Vec<SourceFile> {
    let inside =
        |path: &str| path.strip_prefix(GUIDES)?.strip_prefix("::").map(str::to_owned);
    let guides: Vec<(String, &String)> = krate
        .pages
        .iter()
        .filter_map(|(path, text)| Some((inside(path)?, text)))
        .collect();
    if guides.is_empty() {
        return Vec::new();
    }
    let declarations = guides.iter().map(|(name, _)| {
        let name = tokens(name);
        quote!(pub mod #name;)
    });
    let front = SourceFile {
        path: format!("{GUIDES}/mod.rs"),
        docs: krate.pages.get(GUIDES).cloned().unwrap_or_default(),
        imports: Vec::new(),
        items: vec![Item::Lines(declarations.collect())],
    };
    let pages = guides.iter().map(|(name, text)| SourceFile {
        path: format!("{GUIDES}/{name}.rs"),
        docs: (*text).clone(),
        imports: Vec::new(),
        items: Vec::new(),
    });
    std::iter::once(front).chain(pages).collect()
}
