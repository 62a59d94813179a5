//! Emits the module `blocking`: that of the runtime, and names for the accessors of the
//! blocking client.

use std::collections::BTreeMap;

use quote::quote;

use super::emitter;
use super::imports::Imports;
use crate::model::{Accessor, Api};
use crate::output::layout::{Entry, Item, SourceFile};
use crate::rust::ident::BLOCKING;

/// ```ignore
/// pub use crate::runtime::blocking::*;
///
/// blocking::accessors! {
///     checkout {
///         CheckoutSessions,
///     }
/// }
/// ```
pub(super) fn emit(api: &Api) -> Option<SourceFile> {
    let mut modules: BTreeMap<&str, Vec<&Accessor>> = BTreeMap::new();
    for accessor in &api.accessors {
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
        emitter: emitter(module_path!()),
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
            Item::Table { name: "blocking::accessors!".to_owned(), entries },
        ],
    })
}
