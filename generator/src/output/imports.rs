//! Collects the imports of a file while it is emitted.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::tokens;
use crate::model::TypeId;
use crate::rust::signature::Paths;
use crate::rust::{Crate, TypeName};

/// The names that a file uses.
#[derive(Debug, Default)]
pub(super) struct Imports {
    /// Names that the file defines.
    own: BTreeSet<String>,
    /// Identifier → the module that contains it.
    used: BTreeMap<String, String>,
    /// `true` if all names are written out.
    written_out: bool,
}

impl Imports {
    /// Creates the imports of a file that defines `own`.
    pub(super) fn new<'a>(own: impl IntoIterator<Item = &'a TypeName>) -> Self {
        let own = own.into_iter().map(|name| name.ident.to_string()).collect();
        Self { own, ..Self::default() }
    }

    /// Creates names that are written out: for code that is compiled with other features than the
    /// rest of its file, without which an import would have no use.
    pub(super) fn written_out() -> Self {
        Self { written_out: true, ..Self::default() }
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
        let taken = self.written_out
            || self.own.contains(ident)
            || self.used.get(ident).is_some_and(|other| other != module);
        if taken {
            return tokens(&format!("{module}::{ident}"));
        }
        self.used.insert(ident.to_owned(), module.to_owned());
        tokens(ident)
    }

    /// Returns the `use` declarations: those of the standard library, then those of the
    /// crate.
    pub(super) fn declarations(&self) -> Vec<Vec<TokenStream>> {
        let mut by_module: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (ident, module) in &self.used {
            by_module.entry(module).or_default().insert(ident);
        }
        let (std, own): (Vec<_>, Vec<_>) =
            by_module.into_iter().partition(|(module, _)| module.starts_with("std"));
        let declare = |(module, names): (&str, BTreeSet<&str>)| {
            let names = names_of(module, names);
            quote!(use #names;)
        };
        let groups = [std, own].into_iter().filter(|group| !group.is_empty());
        groups.map(|group| group.into_iter().map(declare).collect()).collect()
    }
}

/// The paths of types in a file of `module`, which are imported as they are used.
pub(super) struct Imported<'a> {
    pub(super) krate: &'a Crate,
    pub(super) module: &'a str,
    pub(super) imports: &'a mut Imports,
}

impl Paths for Imported<'_> {
    fn named(&mut self, id: TypeId) -> String {
        self.imports.name(&self.krate.get(id).name, self.module).to_string()
    }

    fn runtime(&mut self, name: &str) -> String {
        self.imports.runtime(name).to_string()
    }

    fn map(&mut self) -> String {
        self.imports.item("std::collections", "BTreeMap").to_string()
    }
}

/// Returns the tree of names in a `use` declaration.
pub(super) fn names_of<'a>(
    module: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> TokenStream {
    let module = tokens(module);
    let names: Vec<TokenStream> = names.into_iter().map(tokens).collect();
    match names.as_slice() {
        [only] => quote!(#module::#only),
        names => quote!(#module::{#(#names),*}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust::ident;

    fn name(module: &str, name: &str) -> TypeName {
        TypeName { module: module.to_owned(), ident: ident::type_name(name) }
    }

    /// Returns the declarations without spaces.
    fn declared(imports: &Imports) -> Vec<String> {
        let all = imports.declarations().into_iter().flatten();
        all.map(|tokens| tokens.to_string().replace(' ', "")).collect()
    }

    #[test]
    fn a_name_is_imported_once_and_its_rivals_are_written_out() {
        let mut imports = Imports::new([&name("boat", "Boat")]);
        let mut used = |module, ident| {
            imports.name(&name(module, ident), "boat").to_string().replace(' ', "")
        };
        let table = [
            ("boat", "Boat", "Boat"),
            ("oar", "Boat", "crate::oar::Boat"),
            ("boat", "Sail", "Sail"),
            ("oar", "Sail", "crate::oar::Sail"),
            ("boat", "Sail", "Sail"),
        ];
        for (module, ident, text) in table {
            assert_eq!(used(module, ident), text);
        }
        assert_eq!(declared(&imports), ["usecrate::boat::Sail;"]);
    }

    #[test]
    fn declarations_are_sorted_with_the_standard_library_first() {
        let mut imports = Imports::default();
        imports.runtime("List");
        imports.runtime("Call");
        imports.item("std::collections", "BTreeMap");
        imports.item("crate::runtime::encode", "Fields");
        imports.item("super", "*");
        assert_eq!(imports.declarations().len(), 2);
        let expected = [
            "usestd::collections::BTreeMap;",
            "usecrate::runtime::{Call,List};",
            "usecrate::runtime::encode::Fields;",
            "usesuper::*;",
        ];
        assert_eq!(declared(&imports), expected);
    }
}
