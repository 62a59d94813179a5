//! The passes that complete the [`Api`].

mod boxing;
mod expansions;
mod files;
mod fixtures;
pub(crate) mod ident;
mod ids;
mod links;
pub mod lock;
mod members;
mod module_table;
pub(crate) mod names;
mod pages;
pub mod prose;
mod references;

use std::collections::BTreeMap;

use crate::diagnostic::Result;
use crate::input::scope::Scope;
use crate::model::Api;
use crate::model::{absence, calls as operations, prune, sharing};
use lock::Lock;

/// Runs all passes, and adds missing names to the lock.
///
/// # Errors
/// Returns an error if names in the document or the lock conflict, if an object contains
/// itself, or if a page is about something that does not exist.
pub fn run(
    mut api: Api,
    scope: &Scope,
    book: &BTreeMap<String, String>,
    lock: &mut Lock,
) -> Result<Api> {
    // Methods and accessors, from the paths. Types that are sent get their roots.
    operations::run(&mut api, lock)?;
    // One type for equal types.
    sharing::run(&mut api, scope, lock);
    // Removal of unused types.
    prune::run(&mut api);
    // Modules and identifiers.
    names::run(&mut api, scope, lock)?;
    // Fields, setters, variants and arguments.
    members::run(&mut api)?;
    // The files of a module.
    files::run(&mut api);
    // Required fields that may be absent.
    absence::run(&mut api);
    // Boxing of fields.
    boxing::run(&mut api)?;
    // Objects whose id is needed.
    ids::run(&mut api);
    // Paths that a call can expand.
    expansions::run(&mut api);
    // Types with fixtures.
    fixtures::run(&mut api);
    // Links to the API reference.
    references::run(&mut api, scope);
    // Links between descriptions.
    links::run(&mut api);
    // The pages of the book.
    pages::run(&mut api, scope.inputs.book.as_deref().unwrap_or_default(), book)?;
    Ok(api)
}
