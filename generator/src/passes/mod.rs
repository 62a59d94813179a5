//! From the [`Api`] that was read to the one that is emitted, in small steps.

mod boxing;
mod expansions;
mod files;
mod fixtures;
mod ids;
pub mod lock;
mod members;
mod module_table;
mod names;
mod operations;
mod prune;
mod references;
mod sharing;
mod twins;

use crate::diagnostic::Result;
use crate::ir::Api;
use crate::scope::Scope;
use lock::Lock;

/// Runs all passes. The lock gains what it lacks.
///
/// # Errors
/// The document or the lock has names that do not fit beside each other, or an object that cannot
/// end.
pub fn run(mut api: Api, scope: &Scope, lock: &mut Lock) -> Result<Api> {
    // Methods and accessors, from the shapes of the paths. Types that are sent get their roots.
    operations::run(&mut api, lock)?;
    // One type for what is the same to the user.
    sharing::run(&mut api, scope, lock);
    // Types that nothing uses any more.
    prune::run(&mut api);
    // Modules and identifiers.
    names::run(&mut api, scope, lock)?;
    // Fields, setters, variants and arguments.
    members::run(&mut api)?;
    // The files of a module.
    files::run(&mut api);
    // Where a pointer keeps values small, and finite.
    boxing::run(&mut api)?;
    // Objects that must answer for an id.
    ids::run(&mut api);
    // The paths that a call can expand.
    expansions::run(&mut api);
    // What tests get samples of.
    fixtures::run(&mut api);
    // Links to the API's reference.
    references::run(&mut api, scope);
    Ok(api)
}
