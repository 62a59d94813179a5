//! Collects the imports of a file while it is emitted.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::tokens;
use crate::output::layout::{Use, compare, sort};
use crate::rust::TypeName;

/// The names that a file uses.
#[derive(Debug, Default)]
pub(super) struct Imports {
    /// Names that the file defines.
    own: BTreeSet<String>,
    /// Identifier → the module that contains it.
    used: BTreeMap<String, String>,
}

impl Imports {
    /// Creates the imports of a file that defines `own`.
    pub(super) fn new<'a>(own: impl IntoIterator<Item = &'a TypeName>) -> Self {
        let own = own.into_iter().map(|name| name.ident.to_string()).collect();
        Self { own, used: BTreeMap::new() }
    }

    /// Returns a type of the API, with its full path if another type of that name is
    /// imported.
    pub(super) fn name(&mut self, name: &TypeName, here: &str) -> TokenStream {
        if name.module == here && self.own.contains(name.ident.as_str()) {
            return name.ident.to_token_stream();
        }
        self.item(&format!("crate::{}", name.module), name.ident.as_str())
    }

    /// Returns an item of the runtime.
    pub(super) fn runtime(&mut self, ident: &str) -> TokenStream {
        self.item("crate::runtime", ident)
    }

    /// Returns `ident` of `module`.
    pub(super) fn item(&mut self, module: &str, ident: &str) -> TokenStream {
        let taken = self.own.contains(ident)
            || self.used.get(ident).is_some_and(|other| other != module);
        if taken {
            return tokens(&format!("{module}::{ident}"));
        }
        self.used.insert(ident.to_owned(), module.to_owned());
        tokens(ident)
    }

    /// Returns the `use` declarations: those of the standard library, then those of the
    /// crate.
    pub(super) fn declarations(&self) -> Vec<Vec<Use>> {
        let mut by_module: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (ident, module) in &self.used {
            by_module.entry(module).or_default().push(ident.clone());
        }
        let mut all: Vec<Use> = by_module
            .into_iter()
            .map(|(module, mut names)| {
                sort(&mut names);
                Use { path: format!("use {module}"), names }
            })
            .collect();
        all.sort_by(in_order);
        let (std, own) = all.into_iter().partition(|u| u.path.starts_with("use std"));
        [std, own].into_iter().filter(|group: &Vec<Use>| !group.is_empty()).collect()
    }
}

/// Compares two declarations.
pub(super) fn in_order(a: &Use, b: &Use) -> Ordering {
    let (a, b) = (order(a), order(b));
    a.0.cmp(&b.0).then_with(|| compare(&a.1, &b.1))
}

/// Orders parents first, and a list after deeper paths of the same module.
fn order(declaration: &Use) -> (bool, String) {
    let last = match declaration.names.as_slice() {
        [only] => only,
        _ => "~",
    };
    (!declaration.path.ends_with("super"), format!("{}::{last}", declaration.path))
}
