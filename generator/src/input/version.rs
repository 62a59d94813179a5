//! Reads two versions of the API document with one scope, to compare them.
//!
//! A scope is for one version of the API. What it says about another one counts as far as it
//! fits; a remark tells what does not.

use std::path::Path;

use serde_json::{Map, Value};

use super::{
    ALL, Files, InputFile, Options, check_prefixes, load, read_scope, select, selection,
};
use crate::diagnostic::{Diagnostics, Result};
use crate::input::scope::Scope;
use crate::openapi::document::Document;
use crate::openapi::slice::continues;
use crate::openapi::slice::{self, Selection};
use crate::openapi::{corrected, overlay};

/// A version of the API, as far as the scope reaches.
#[derive(Clone, Debug)]
pub struct Version {
    /// The scope, as far as it fits the document.
    pub scope: Scope,
    /// The sliced document, after the changes of structure that the overlays make.
    pub document: Document,
    /// The SHA-256 of the official document.
    pub digest: String,
}

/// Two versions of the API, and what both have in common.
#[derive(Clone, Debug)]
pub struct Versions {
    /// The version that users have.
    pub old: Version,
    /// The version that they get.
    pub new: Version,
    /// The file and the contents of the name lock.
    pub lock: Option<(String, String)>,
    /// The parts of the scope and the overlays that do not fit a version.
    pub remarks: Vec<String>,
}

impl Versions {
    /// Reads two documents with the scope and the overlays that `options` name.
    ///
    /// # Errors
    /// Returns an error if a file is missing or malformed, or if a document has nothing that
    /// the scope selects.
    pub fn read(options: &Options, old: &Path, new: &Path) -> Result<Self> {
        let given = |name: &str, path: &Path| {
            let origin = format!("`{name}`");
            InputFile { path: path.to_owned(), origin }.read(load::source)
        };
        let mut problems = Diagnostics::default();
        let old = problems.record(given("OLD", old));
        let new = problems.record(given("NEW", new));
        let (old, new) =
            problems.into_result(old.zip(new))?.ok_or_else(Diagnostics::default)?;
        Self::of(options, &old, &new)
    }

    /// Prepares two documents with the scope and the overlays that `options` name.
    ///
    /// # Errors
    /// As for [`Versions::read`].
    pub(super) fn of(
        options: &Options,
        old: &load::Source,
        new: &load::Source,
    ) -> Result<Self> {
        Self::with_scopes(options, old, new, Scope::clone)
    }

    /// Prepares the slice of a crate and the one that replaces it. The scope is already that of
    /// the new one. In the scope of the old one were all of its paths, and what was raw then is
    /// raw in the slice itself.
    ///
    /// # Errors
    /// As for [`Versions::read`].
    pub(super) fn of_slices(
        options: &Options,
        old: &load::Source,
        new: &load::Source,
    ) -> Result<Self> {
        Self::with_scopes(options, old, new, |scope| Scope {
            paths: slice::paths(&old.document).map(str::to_owned).collect(),
            opaque: Vec::new(),
            ..scope.clone()
        })
    }

    /// Prepares two documents, of which the old one has the scope that `before` makes of that of
    /// the new one.
    fn with_scopes(
        options: &Options,
        old: &load::Source,
        new: &load::Source,
        before: impl FnOnce(&Scope) -> Scope,
    ) -> Result<Self> {
        check_prefixes(&options.select)?;
        let (path, scope) = read_scope(options)?;
        let files = Files::new(&path, &scope, options);
        let mut problems = Diagnostics::default();
        let reader = Reader {
            options,
            file: &load::name(&path),
            overlays: files.read_overlays(&mut problems),
        };
        let lock = files.read_lock(&mut problems);
        let mut remarks = Vec::new();
        let old = problems.record(reader.version(old, before(&scope), &mut remarks));
        let new = problems.record(reader.version(new, scope, &mut remarks));
        let (old, new) =
            problems.into_result(old.zip(new))?.ok_or_else(Diagnostics::default)?;
        Ok(Self { old, new, lock, remarks })
    }
}

/// Reads versions of the API.
struct Reader<'a> {
    options: &'a Options,
    /// The file of the scope, for diagnostics.
    file: &'a str,
    overlays: Vec<Document>,
}

impl Reader<'_> {
    fn version(
        &self,
        source: &load::Source,
        mut scope: Scope,
        remarks: &mut Vec<String>,
    ) -> Result<Version> {
        let mut options = self.options.clone();
        if options.select.is_empty() {
            remarks.extend(fit_paths(&mut scope.paths, &source.document));
            remarks.extend(fit_events(&mut scope, &source.document));
        } else {
            remarks.extend(fit_paths(&mut options.select, &source.document));
        }
        let selection = selection(&scope, self.file, &options);
        let selection = Selection { strict: false, ..selection };
        let digest = source.digest();
        let document = corrected(&source.document, selection, &digest, |document| {
            let (document, unfit) = overlay::apply_fitting(document, &self.overlays)?;
            remarks.extend(unfit);
            Ok(document)
        })?;
        select(&mut scope, &options, &document);
        Ok(Version { scope, document, digest })
    }
}

/// Leaves the prefixes with paths in a document, unless there are none at all, which is a fault.
/// Returns a remark about each of the others.
fn fit_paths(prefixes: &mut Vec<String>, document: &Document) -> Vec<String> {
    let paths = document.root.get("paths").and_then(Value::as_object);
    let known = paths.into_iter().flat_map(Map::keys);
    let fits = |prefix: &String| {
        prefix == ALL || known.clone().any(|path| continues(path, prefix))
    };
    let (kept, others): (Vec<_>, Vec<_>) = prefixes.drain(..).partition(fits);
    if kept.is_empty() {
        *prefixes = others;
        return Vec::new();
    }
    *prefixes = kept;
    let remark = |prefix| format!("{} has no path below `{prefix}`", document.file);
    others.into_iter().map(remark).collect()
}

/// Leaves the events of a scope that a document lists, and whose objects it has. Returns a remark
/// about each of the others.
fn fit_events(scope: &mut Scope, document: &Document) -> Vec<String> {
    let Some(events) = &mut scope.events else { return Vec::new() };
    let schemas = document.root.pointer("/components/schemas");
    let has = |component: &str| schemas.is_some_and(|all| all.get(component).is_some());
    let listed = slice::event_types(document, &events.component, events.list.as_deref());
    let mut remarks = Vec::new();
    events.types.retain(|event, component| {
        let is_listed = listed.is_empty() || listed.contains(&event.as_str());
        let fits = has(component) && is_listed;
        if !fits {
            remarks.push(format!("{} has no event `{event}`", document.file));
        }
        fits
    });
    scope.events.take_if(|events| !has(&events.component));
    remarks
}
