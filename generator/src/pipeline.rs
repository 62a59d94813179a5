//! The pipeline from inputs to a crate:
//!
//! load → slice → overlay → parse → model → plan → outputs → write | check
//!
//! All steps between loading and writing are pure functions.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::diagnostic::{Diagnostics, Result};
use crate::diff::{self, Report};
use crate::dump;
use crate::explain::{Explainer, Explanation, Sources};
use crate::input::folder::{Difference, FileTree};
use crate::input::refresh::Refresh;
use crate::input::scope::{ModuleRow, Scope};
use crate::input::upgrade::Upgrade;
use crate::input::version::{Version, Versions};
use crate::input::{Inputs, Loaded, Options, TextFile, portable};
use crate::model::{self, Api, Omission, absence, prune, sharing};
use crate::openapi::document::Document;
use crate::openapi::overlay::{self, Touch};
use crate::output::{Context, OUTPUTS, descriptions};
use crate::rust::lock::Lock;
use crate::rust::{self, Crate};
use crate::upgrade;

/// The phases between the parsed document and the outputs, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Phase {
    /// The model as the document has it
    Lower,
    /// Types that are equal for users are one
    Share,
    /// Only types that are used are left
    Prune,
    /// It is decided which fields are empty if a response lacks them
    Absence,
    /// The crate: names, modules, files, methods
    Plan,
}

/// A crate in memory.
#[derive(Debug)]
pub struct Output {
    /// The planned crate.
    pub krate: Crate,
    /// The crate's files.
    pub files: FileTree,
    /// The name lock, including the added names.
    pub lock: Lock,
}

/// Loads the inputs, cuts the selected part out of the document, and applies the overlays.
///
/// # Errors
/// Returns an error if a file is missing or malformed, or if the files do not match each
/// other.
pub fn read(options: &Options) -> Result<Inputs> {
    Loaded::read(options)?.corrected(options, overlay::apply)
}

/// Reads the inputs as [`read`] does. Also returns what the overlays changed.
///
/// # Errors
/// As for [`read`].
pub fn read_traced(options: &Options) -> Result<(Inputs, Vec<Touch>)> {
    let mut touches = Vec::new();
    let inputs = Loaded::read(options)?.corrected(options, |document, overlays| {
        let (document, touched) = overlay::trace(document, overlays)?;
        touches = touched;
        Ok(document)
    })?;
    Ok((inputs, touches))
}

/// Builds the crate in memory.
///
/// # Errors
/// Returns an error if the inputs do not describe a crate.
pub fn build(inputs: &Inputs) -> Result<Output> {
    let (krate, lock) = plan(inputs)?;
    let mut printed = Vec::new();
    for output in OUTPUTS.iter().filter(|output| output.is_in_crate) {
        for file in (output.emit)(&Context { krate: &krate, inputs })? {
            printed.push((output, file));
        }
    }
    portable::check(printed.iter().map(|(_, file)| file.path.as_str()))?;
    let mut files = FileTree::default();
    for (output, file) in printed {
        let source = file.source.unwrap_or_else(|| output.source());
        files.add(file.path, source, file.text);
    }
    files.close();
    Ok(Output { krate, files, lock })
}

/// Reads the model of the API from the document, and plans the crate.
///
/// # Errors
/// Returns an error if the inputs do not describe a crate.
pub fn plan(inputs: &Inputs) -> Result<(Crate, Lock)> {
    rust::check_scope(&inputs.scope, &inputs.scope_file)?;
    let mut lock = lock_of(inputs)?;
    let api = lower(inputs)?;
    let api = simplify(api, &inputs.scope, &lock, Phase::Plan);
    let krate = rust::plan(api, &inputs.scope, &inputs.book, &mut lock)?;
    rust::check_groups(&krate, &inputs.scope_file)?;
    Ok((krate, lock))
}

/// Prints what there is after a phase, one item a line: the items with `name` in a path, or
/// all.
///
/// # Errors
/// Returns an error if the inputs do not describe a crate, or if nothing has the name.
pub fn dump(inputs: &Inputs, after: Phase, name: Option<&str>) -> Result<String> {
    let dump = match after {
        Phase::Plan => dump::krate(&plan(inputs)?.0),
        _ => {
            let lock = lock_of(inputs)?;
            dump::api(&simplify(lower(inputs)?, &inputs.scope, &lock, after))
        }
    };
    dump.text(name)
}

fn lower(inputs: &Inputs) -> Result<Api> {
    model::lower(&inputs.document, &inputs.scope, &inputs.digest)
}

/// Returns the name lock. That of a part of the API has the names that the whole API gives.
fn lock_of(inputs: &Inputs) -> Result<Lock> {
    match &inputs.whole {
        // A part can be fine even if the rest of the document is not.
        Some(whole) => Ok(names_of(whole, &inputs.scope).unwrap_or_default()),
        None => read_lock(inputs.lock.as_ref()),
    }
}

/// Returns a lock with the names of everything in a document.
fn names_of(document: &Document, scope: &Scope) -> Result<Lock> {
    let mut lock = Lock::default();
    let api = model::lower(document, scope, "")?;
    let api = simplify(api, scope, &lock, Phase::Plan);
    rust::name(&api, scope, &mut lock)?;
    Ok(lock.for_next_version())
}

fn read_lock(lock: Option<&(String, String)>) -> Result<Lock> {
    lock.map_or_else(|| Ok(Lock::default()), |(file, text)| Lock::read(file, text))
}

/// Merges the types of an API that are equal for users, and completes it: runs the phases up
/// to `last`.
fn simplify(api: Api, scope: &Scope, lock: &Lock, last: Phase) -> Api {
    let names = fixed_names(scope, lock);
    let pass = |phase: &Phase, api: Api| match phase {
        Phase::Share => sharing::share(api, &names, scope.unique),
        Phase::Prune => prune::prune(api),
        Phase::Absence => absence::decide(api),
        // The first one makes the model, and the last one no longer has it.
        Phase::Lower | Phase::Plan => api,
    };
    let phases = Phase::value_variants().iter().filter(|phase| **phase <= last);
    phases.fold(api, |api, phase| pass(phase, api))
}

/// Returns the names that the lock and the scope give to types, by the keys of their paths.
fn fixed_names(scope: &Scope, lock: &Lock) -> BTreeMap<String, String> {
    let mut names = scope.names.clone();
    names.extend(lock.paths().map(|(key, path)| (key.to_owned(), path.to_owned())));
    names
}

/// Compares two versions of the API and of the crate.
///
/// # Errors
/// Returns an error if one of them does not describe a crate.
pub fn diff(versions: &Versions) -> Result<Report> {
    let lock = read_lock(versions.lock.as_ref())?;
    let (old, after) = version(&versions.old, &lock)?;
    let new = match &versions.lock {
        // Names that the lock lacks stay as they are in the old version, unless they conflict
        // with those of the new one: the crate was never published with both.
        Some(_) => version(&versions.new, &after.for_next_version())
            .or_else(|_| version(&versions.new, &lock)),
        None => version(&versions.new, &lock),
    };
    let (new, _) = new?;
    Ok(Report::new(&old, &new, &versions.old.scope.package.version))
}

/// Plans the crate for a version of the API. Returns it with the completed lock.
fn version(version: &Version, lock: &Lock) -> Result<(diff::Version, Lock)> {
    let Version { scope, document, digest } = version;
    let mut lock = lock.clone();
    let api = model::lower(document, scope, digest)?;
    let simple = simplify(api.clone(), scope, &lock, Phase::Plan);
    let krate = rust::plan(simple, scope, &BTreeMap::new(), &mut lock)?;
    Ok((diff::Version { api, krate }, lock))
}

/// Explains the items that each name stands for.
///
/// # Errors
/// Returns an error if the inputs do not describe a crate, or if nothing has one of the names.
pub fn explain(
    inputs: &Inputs,
    touches: &[Touch],
    names: &[&str],
) -> Result<Vec<Explanation>> {
    let (krate, lock) = plan(inputs)?;
    // Without the lock, names can conflict; then there is nothing to compare with.
    let unlocked = Inputs { lock: None, whole: None, ..inputs.clone() };
    let unlocked = plan(&unlocked).ok();
    let sources = Sources {
        inputs,
        touches,
        krate: &krate,
        unlocked: unlocked.as_ref().map(|(krate, _)| krate),
        lock: &lock,
    };
    let explainer = Explainer::new(&sources);
    let mut problems = Diagnostics::default();
    let found = names.iter().filter_map(|name| problems.record(explainer.explain(name)));
    let found = found.flatten().collect();
    problems.into_result(found)
}

/// A crate in memory before it is written, and what its maintainer has to know first.
#[derive(Debug)]
pub struct Draft<'a> {
    inputs: &'a Inputs,
    output: Output,
    slice: Option<&'a TextFile>,
    /// The changes for users, if the slice is another one; the faults of the crate for the slice
    /// before, if the scope or the lock no longer fit it.
    pub changes: Option<Result<Report>>,
    /// Proposed rows of the module table, for components that no row covers and whose names would
    /// enter the lock.
    pub rows: Vec<ModuleRow>,
    /// The items without a description, if the crate is the one of the scope.
    pub undescribed: Diagnostics,
}

/// Builds the crate in memory, and compares it with the one for the slice before.
///
/// # Errors
/// Returns an error if the inputs do not describe a crate.
pub fn draft(refresh: &Refresh) -> Result<Draft<'_>> {
    let Refresh { inputs, slice, versions } = refresh;
    let mut draft = Draft { slice: slice.as_ref(), ..Draft::of(inputs)? };
    draft.changes = versions.as_ref().map(diff);
    if own_lock(inputs).is_some() {
        let krate = &draft.output.krate;
        draft.rows = rust::proposed_rows(krate, &inputs.scope.modules);
        draft.undescribed = descriptions::check(krate, inputs).err().unwrap_or_default();
    }
    Ok(draft)
}

impl<'a> Draft<'a> {
    fn of(inputs: &'a Inputs) -> Result<Self> {
        Ok(Self {
            inputs,
            output: build(inputs)?,
            slice: None,
            changes: None,
            rows: Vec::new(),
            undescribed: Diagnostics::default(),
        })
    }

    /// Returns `true` if the proposed rows have to be accepted. In a new lock, all names can be
    /// corrected.
    pub fn is_questionable(&self) -> bool {
        !self.rows.is_empty() && !self.output.lock.is_new()
    }

    /// Returns the operations of the document that the crate does not have.
    pub fn omitted(&self) -> &[Omission] {
        &self.output.krate.omitted
    }

    /// Writes the crate, its slice and its lock: all of them, or none. Returns the files that
    /// changed, for users.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read or written. Then all files are as they were.
    pub fn write(&self) -> Result<String> {
        let Self { inputs, output, slice, .. } = self;
        let out = inputs.out()?;
        let lock = own_lock(inputs).filter(|_| output.lock.added() > 0);
        let text = lock.map(|(file, _)| (PathBuf::from(file), output.lock.text()));
        let others: Vec<TextFile> = slice.cloned().into_iter().chain(text).collect();
        let mut report = output.files.write(out, &others)?;
        if let Some((file, _)) = lock {
            report.push(format!("added {} to {file}", names(&output.lock)));
        }
        if report.is_empty() {
            report.push(format!("{} is up to date", out.display()));
        }
        Ok(report.join("\n") + "\n")
    }
}

/// Returns the lock that a crate adds names to. A crate in another folder has the same names, but it
/// is not the one that users have seen.
fn own_lock(inputs: &Inputs) -> Option<&(String, String)> {
    inputs.lock.as_ref().filter(|_| !inputs.standalone)
}

/// Writes the crate. Returns the files that changed, for users.
///
/// # Errors
/// Returns an error if the inputs do not describe a crate, or if it cannot be written.
pub fn generate(inputs: &Inputs) -> Result<String> {
    Draft::of(inputs)?.write()
}

/// Takes the crate to the API version of the official document `from`: slice, name lock, crate,
/// its version and its list of changes. Leaves out what does not fit of the overlays. Writes all
/// files, or none: none if `dry_run` is `true`.
///
/// # Errors
/// Returns an error if the inputs or the document do not describe a crate, or if a file cannot be
/// written. Then all files are as they were.
pub fn upgrade(
    options: &Options,
    from: &Path,
    dry_run: bool,
) -> Result<upgrade::Report> {
    let mut upgrade = Upgrade::read(options, from)?;
    upgrade_from(&mut upgrade, dry_run).map_err(|problems| {
        // A fault can follow from a repair that does not fit.
        let mut all = upgrade.unfit;
        all.record::<()>(Err(problems));
        all
    })
}

fn upgrade_from(upgrade: &mut Upgrade, dry_run: bool) -> Result<upgrade::Report> {
    let changes = diff(&upgrade.versions)?;
    upgrade.inputs.scope.package.version.clone_from(&changes.step.next);
    let output = build(&upgrade.inputs)?;
    let undescribed = descriptions::check(&output.krate, &upgrade.inputs).err();
    let sources = upgraded_sources(upgrade, &changes, &output.lock)?;
    let files = output.files.changes(upgrade.inputs.out()?, &sources)?;
    let report = upgrade::Report {
        changes,
        unfit: upgrade.unfit.clone(),
        undescribed: undescribed.unwrap_or_default(),
        names: output.lock.added_lines().collect(),
        files: files.paths(),
        omitted: output.krate.omitted.clone(),
    };
    if !dry_run {
        files.write()?;
    }
    Ok(report)
}

/// Returns the files of the scope as they are after an upgrade.
fn upgraded_sources(
    upgrade: &Upgrade,
    changes: &Report,
    lock: &Lock,
) -> Result<Vec<(PathBuf, String)>> {
    let Upgrade { inputs, scope: (path, text), slice, changelog, .. } = upgrade;
    let scope = upgrade::with_version(&inputs.scope_file, text, &changes.step.next)?;
    let mut sources = vec![slice.clone(), (path.clone(), scope)];
    if let Some((file, _)) = inputs.lock.as_ref().filter(|_| lock.added() > 0) {
        sources.push((file.into(), lock.text()));
    }
    if let Some((path, text)) = changelog
        && let Some(entry) = upgrade::entry(changes)
    {
        sources.push((path.clone(), upgrade::with_entry(text, &entry)));
    }
    Ok(sources)
}

/// Compares the crate with the one on disk. Returns a report if they differ.
///
/// # Errors
/// Returns an error if the inputs do not describe a crate, or if the crate on disk
/// cannot be read.
pub fn check(inputs: &Inputs) -> Result<Option<Difference>> {
    let out = inputs.out()?;
    let output = build(inputs)?;
    let difference = output.files.compare(out)?;
    let Some((file, _)) = inputs.lock.as_ref().filter(|_| output.lock.added() > 0)
    else {
        return Ok(difference);
    };
    let mut text = difference.map(|difference| difference.text).unwrap_or_default();
    text += &format!("missing: {} in {file}\n", names(&output.lock));
    Ok(Some(Difference { text, is_outdated: true }))
}

/// Returns the number of names that were added to the lock, in words.
fn names(lock: &Lock) -> String {
    match lock.added() {
        1 => "1 name".to_owned(),
        count => format!("{count} names"),
    }
}

/// Prints the outputs that are not part of the crate: its fields, parameters and
/// operations, as JSON lines.
///
/// # Errors
/// Returns an error if the inputs do not describe a crate.
pub fn inventory(inputs: &Inputs) -> Result<String> {
    let (krate, _) = plan(inputs)?;
    let mut text = String::new();
    for output in OUTPUTS.iter().filter(|output| !output.is_in_crate) {
        for file in (output.emit)(&Context { krate: &krate, inputs })? {
            text.push_str(&file.text);
        }
    }
    Ok(text)
}

/// Returns the public items without a description, if there are any.
///
/// # Errors
/// Returns an error if the inputs do not describe a crate.
pub fn undescribed(inputs: &Inputs) -> Result<Option<Diagnostics>> {
    let (krate, _) = plan(inputs)?;
    Ok(descriptions::check(&krate, inputs).err())
}

/// Counts the public items and their descriptions, as a table.
///
/// # Errors
/// Returns an error if the inputs do not describe a crate.
pub fn summary(inputs: &Inputs) -> Result<String> {
    let (krate, _) = plan(inputs)?;
    Ok(descriptions::summary(&krate))
}
