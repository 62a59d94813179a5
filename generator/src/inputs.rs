//! Finds and reads all that a crate is made of, as the options and the scope say.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::document::Document;
use crate::scope::{Scope, Uniqueness};
use crate::slice::{self, Prose, Selection};
use crate::{load, overlay};

/// What the user says on the command line.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Options {
    /// The API document, official or a slice, in JSON or YAML, instead of the scope's
    #[arg(long, value_name = "FILE", global = true)]
    pub spec: Option<PathBuf>,
    /// The scope, instead of `spec/scope.toml` in this folder or one above it
    #[arg(long, value_name = "FILE", global = true)]
    pub scope: Option<PathBuf>,
    /// An overlay, instead of the scope's; repeatable
    #[arg(long = "overlay", value_name = "FILE", global = true)]
    pub overlays: Vec<PathBuf>,
    /// Apply no overlays
    #[arg(long, global = true, conflicts_with = "overlays")]
    pub no_overlays: bool,
    /// The folder of the generated crate, instead of the scope's
    #[arg(long, value_name = "DIR", global = true)]
    pub out: Option<PathBuf>,
    /// A path prefix to keep, or `all`, instead of the scope's paths, and without the
    /// scope's overlays, lock, book and examples; repeatable
    #[arg(long, value_name = "PATH_PREFIX", global = true)]
    pub select: Vec<String>,
}

/// All that a crate is made of.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The scope. With `--select` its paths are the selected ones, its events those whose
    /// object they reach, and it knows of no examples.
    pub scope: Scope,
    /// The scope's file, for diagnostics.
    pub scope_file: String,
    /// The sliced document with its prose, after the overlays.
    pub document: Document,
    /// SHA-256 of the official document.
    pub digest: String,
    /// The name lock's file and text, which is empty where there is no file yet.
    pub lock: Option<(String, String)>,
    /// The name of the scope's folder.
    pub folder: String,
    /// Pages of the book, by file name.
    pub book: BTreeMap<String, String>,
    /// Example programs, by file name.
    pub examples: BTreeMap<String, String>,
    /// The folder of the generated crate.
    pub out: PathBuf,
    /// Whether the folder was given on the command line: such a crate stands alone.
    pub standalone: bool,
}

impl Inputs {
    /// Reads what `options` and the scope name.
    ///
    /// # Errors
    /// A file is missing or malformed, or the files do not fit each other.
    pub fn read(options: &Options) -> Result<Self> {
        let path = scope_path(options)?;
        let mut scope = load::scope(&path)?;
        let files = Files::new(&path, &scope, options);
        let mut problems = Diagnostics::default();
        problems.record(load::output_folder(&files.out));
        let source = problems.record(load::source(&files.document));
        let overlays: Vec<_> = files
            .overlays
            .iter()
            .filter_map(|path| problems.record(load::document(path)))
            .collect();
        let lock = files.lock.as_deref().map(lock);
        let lock = lock.and_then(|lock| problems.record(lock));
        let book = read_folder(files.book.as_deref(), &mut problems);
        let examples = read_folder(files.examples.as_deref(), &mut problems);
        let source = problems.into_result(source)?.ok_or_else(Diagnostics::default)?;

        let scope_file = load::name(&path);
        let digest = slice::digest(&source.document).unwrap_or(&source.digest);
        let digest = digest.to_owned();
        let document = {
            let selection = selection(&scope, &scope_file, options);
            let document =
                slice::slice(&source.document, &selection, Prose::Keep, &digest)?;
            let document = overlay::apply(document, &overlays)?;
            // Once more, because an overlay can add references and cut others off.
            slice::slice(&document, &selection, Prose::Keep, &digest)?
        };
        if !options.select.is_empty() {
            scope.paths.clone_from(&options.select);
            scope.examples.clear();
            scope.names.clear();
            scope.unique = Uniqueness::Module;
            scope.example_dependencies.clear();
            keep_events(&mut scope, &document);
        }
        Ok(Self {
            scope,
            scope_file,
            document,
            digest,
            lock,
            folder: load::folder_name(&path),
            book,
            examples,
            out: files.out,
            standalone: options.out.is_some(),
        })
    }
}

impl Inputs {
    /// The file of a page of the book.
    pub fn book_file(&self, name: &str) -> String {
        self.source(self.scope.inputs.book.as_deref(), name)
    }

    /// The file of an example program.
    pub fn example_file(&self, name: &str) -> String {
        self.source(self.scope.inputs.examples.as_deref(), name)
    }

    /// The path of a file beside the scope, independent of the working directory.
    fn source(&self, folder: Option<&str>, name: &str) -> String {
        let path = [Some(self.folder.as_str()), folder, Some(name)];
        path.into_iter().flatten().collect::<Vec<_>>().join("/")
    }
}

/// The part of the official document `from` that the scope keeps, without prose.
///
/// # Errors
/// A file is missing or malformed, or the document lacks what the scope names.
pub fn slice_of(from: &Path, options: &Options) -> Result<Document> {
    let path = scope_path(options)?;
    let scope = load::scope(&path)?;
    let source = load::source(from)?;
    let file = load::name(&path);
    let selection = selection(&scope, &file, options);
    slice::slice(&source.document, &selection, Prose::Drop, &source.digest)
}

/// The files of a scope, after the options.
struct Files {
    document: PathBuf,
    overlays: Vec<PathBuf>,
    lock: Option<PathBuf>,
    book: Option<PathBuf>,
    examples: Option<PathBuf>,
    out: PathBuf,
}

impl Files {
    fn new(path: &Path, scope: &Scope, options: &Options) -> Self {
        let folder = path.parent().unwrap_or(Path::new(""));
        let beside = |file: &String| clean(&folder.join(file));
        let given =
            |path: &Option<PathBuf>, file| path.clone().unwrap_or_else(|| beside(file));
        let inputs = &scope.inputs;
        let selected = !options.select.is_empty();
        let scoped =
            |file: &Option<String>| file.as_ref().filter(|_| !selected).map(beside);
        let overlays = if !options.overlays.is_empty() {
            options.overlays.clone()
        } else if options.no_overlays || selected {
            Vec::new()
        } else {
            inputs.overlays.iter().map(beside).collect()
        };
        Self {
            document: given(&options.spec, &inputs.document),
            overlays,
            lock: scoped(&inputs.lock),
            book: scoped(&inputs.book),
            examples: scoped(&inputs.examples),
            out: given(&options.out, &inputs.out),
        }
    }
}

const DEFAULT_SCOPE: &str = "spec/scope.toml";

/// The scope's file: the given one, or the nearest one from here upwards, or the one of the
/// workspace that the generator was built in. A path found upwards stays relative, so that
/// no message depends on where the workspace lies.
fn scope_path(options: &Options) -> Result<PathBuf> {
    if let Some(path) = &options.scope {
        return Ok(path.clone());
    }
    let depth = std::env::current_dir().map_or(1, |here| here.ancestors().count());
    let upwards = (0..depth).map(|level| "../".repeat(level) + DEFAULT_SCOPE);
    let built = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/scope.toml").to_owned();
    upwards
        .chain([built])
        .map(|path| clean(Path::new(&path)))
        .find(|path| path.is_file())
        .ok_or_else(|| {
            let fault = "no `spec/scope.toml` in this folder or one above it";
            Diagnostic::new(DEFAULT_SCOPE, Place::File, fault)
                .help("name the scope with `--scope FILE`")
                .into()
        })
}

/// Takes `x/..` and `.` out of a path, so that messages show the shortest way.
fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(last(&clean), Some(Component::Normal(_))) =>
            {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean
}

fn last(path: &Path) -> Option<Component<'_>> {
    path.components().next_back()
}

fn selection<'a>(
    scope: &'a Scope,
    file: &'a str,
    options: &'a Options,
) -> Selection<'a> {
    if !options.select.is_empty() {
        let all = options.select.iter().any(|prefix| prefix == "all");
        return Selection {
            file: "--select",
            paths: (!all).then_some(options.select.as_slice()),
            opaque: &scope.opaque,
            strict: false,
            components: Vec::new(),
            event_types: event_types(scope),
        };
    }
    let mut components = Vec::new();
    if let Some(events) = &scope.events {
        components.push(("/events/component".to_owned(), events.component.as_str()));
        components.extend(events.types.iter().map(|(event, component)| {
            (format!("/events/types/{event}"), component.as_str())
        }));
    }
    Selection {
        file,
        paths: Some(&scope.paths),
        opaque: &scope.opaque,
        strict: true,
        components,
        event_types: event_types(scope),
    }
}

/// The component of events, and the pointer of the list of their types.
fn event_types(scope: &Scope) -> Option<(&str, &str)> {
    let events = scope.events.as_ref()?;
    Some((&events.component, events.list.as_deref()?))
}

/// Leaves the events whose object was reached.
fn keep_events(scope: &mut Scope, document: &Document) {
    let schemas = document.node().at(&["components", "schemas"]);
    let reached =
        |name: &str| schemas.as_ref().is_some_and(|all| all.get(name).is_some());
    if let Some(events) = &mut scope.events {
        events.types.retain(|_, component| reached(component));
    }
    scope.events.take_if(|events| !reached(&events.component));
}

fn lock(path: &Path) -> Result<(String, String)> {
    let text = load::optional_text(path)?.unwrap_or_default();
    Ok((load::name(path), text))
}

fn read_folder(
    path: Option<&Path>,
    problems: &mut Diagnostics,
) -> BTreeMap<String, String> {
    path.and_then(|path| problems.record(load::folder(path))).unwrap_or_default()
}
