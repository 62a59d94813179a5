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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Api;
    use crate::testing::{assert_code, emitted, inputs};

    #[test]
    fn guides_are_modules_with_nothing_but_documentation() {
        let mut krate = Api::empty().planned();
        for (path, text) in [
            ("guides", "All guides."),
            ("guides::sailing", "How to sail."),
            ("boats", "Boats."),
        ] {
            krate.pages.insert(path.to_owned(), text.to_owned());
        }
        let files = emitted(emit, &krate, &inputs());
        assert_code(
            &files["src/guides/mod.rs"],
            &["//! All guides.", "pub mod sailing;"],
        );
        assert_code(&files["src/guides/sailing.rs"], &["//! How to sail."]);
        assert_eq!(files.len(), 2);
    }

    #[test]
    fn without_guides_there_are_no_files() {
        let mut krate = Api::empty().planned();
        krate.pages.insert("boats".to_owned(), "Boats.".to_owned());
        assert!(emitted(emit, &krate, &inputs()).is_empty());
    }
}
