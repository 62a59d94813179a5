//! Prints the module `blocking`: that of the runtime, and names for the accessors of the
//! blocking client.

use std::collections::BTreeMap;

use quote::quote;

use super::imports::Imports;
use super::layout::{Item, SourceFile};
use super::table::Entry;
use super::{Context, File};
use crate::diagnostic::Result;
use crate::rust::ident::BLOCKING;
use crate::rust::{Accessor, Crate};

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    context.print("blocking", module(context.krate).into_iter().collect())
}

/// ```ignore
/// pub use crate::runtime::blocking::*;
///
/// blocking::accessors! {
///     checkout {
///         CheckoutSessions,
///     }
/// }
/// ```
fn module(krate: &Crate) -> Option<SourceFile> {
    let mut modules: BTreeMap<&str, Vec<&Accessor>> = BTreeMap::new();
    for accessor in &krate.accessors {
        modules.entry(&accessor.name.module).or_default().push(accessor);
    }
    let entries = modules.iter().map(|(path, accessors)| {
        let names = accessors.iter().map(|a| format!("{},", a.name.ident));
        Entry::new((*path).to_owned(), names.collect())
    });
    let entries: Vec<Entry> = entries.collect();
    let mut imports = Imports::default();
    imports.runtime(BLOCKING);
    (!entries.is_empty()).then(|| SourceFile {
        path: format!("{BLOCKING}.rs"),
        docs: "The blocking client, which needs no asynchronous runtime.\n\n\
               It has the same accessors, options, results and errors as the asynchronous \
               one;\ncalls are made with `.send()`. With the feature `blocking`, it has a \
               built-in transport."
            .to_owned(),
        imports: imports.declarations(),
        items: vec![
            Item::Lines(vec![quote!(
                pub use crate::runtime::blocking::*;
            )]),
            Item::Table { name: "blocking::accessors!", entries },
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Api, Received};
    use crate::testing::{assert_code, emitted, inputs};

    #[test]
    fn accessors_are_listed_by_module() {
        let mut api = Api::empty();
        api.operation("GET /v1/harbour/boats", Received::String);
        api.operation("GET /v1/oars", Received::String);
        let files = emitted(emit, &api.planned(), &inputs());
        assert_code(
            &files["src/blocking.rs"],
            &[
                "pub use crate::runtime::blocking::*;",
                "blocking::accessors! { boats { Harbour, HarbourBoats, } oars { Oars, } }",
            ],
        );
    }

    #[test]
    fn without_accessors_there_is_no_file() {
        assert!(emitted(emit, &Api::empty().planned(), &inputs()).is_empty());
    }
}
