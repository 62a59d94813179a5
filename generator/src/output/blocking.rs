//! Prints the module `blocking`: that of the runtime, and names for the accessors of the
//! blocking client.

use std::collections::BTreeMap;

use quote::quote;

use super::imports::Imports;
use super::layout::{Item, SourceFile};
use super::table::Entry;
use super::{Context, File, cfg};
use crate::diagnostic::Result;
use crate::rust::ident::BLOCKING;
use crate::rust::{Accessor, Crate, Features};

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
    let entries = modules.iter().flat_map(|(path, accessors)| {
        let around = Features::any(accessors.iter().map(|a| &a.features));
        let names = accessors.iter().flat_map(|accessor| {
            let condition = cfg::line(&accessor.features.within(&around));
            condition.into_iter().chain([format!("{},", accessor.name.ident)])
        });
        let condition = cfg::line(&around).map(Entry::row);
        condition.into_iter().chain([Entry::new((*path).to_owned(), names.collect())])
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
    use crate::testing::{assert_code, emitted, grouped, inputs};

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
                "blocking::accessors! { harbour { Harbour, HarbourBoats, } oars { Oars, } }",
            ],
        );
    }

    #[test]
    fn accessors_and_modules_have_their_features() {
        let krate = grouped(&["GET /v1/boats", "GET /v1/oars/{oar}"], &[]);
        let files = emitted(emit, &krate, &inputs());
        let oars = "#[cfg(feature = \"oars\")] oars { Oars, }";
        assert_code(
            &files["src/blocking.rs"],
            &["#[cfg(feature = \"boats\")] boats { Boats, }", oars],
        );
    }

    #[test]
    fn without_accessors_there_is_no_file() {
        assert!(emitted(emit, &Api::empty().planned(), &inputs()).is_empty());
    }
}
