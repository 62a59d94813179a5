//! Finds and reads the inputs of a crate, as the options and the scope say.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::document::Document;
use crate::scope::{Scope, Uniqueness};
use crate::slice::{self, Prose, Selection};
use crate::{load, overlay};

/// The options of the command line.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Options {
    /// The API document in JSON or YAML, official or a slice; overrides the scope's
    #[arg(long, value_name = "FILE", global = true)]
    pub spec: Option<PathBuf>,
    /// The scope; defaults to `spec/scope.toml` in this folder or one above it
    #[arg(long, value_name = "FILE", global = true)]
    pub scope: Option<PathBuf>,
    /// An overlay; overrides the scope's overlays; repeatable
    #[arg(long = "overlay", value_name = "FILE", global = true)]
    pub overlays: Vec<PathBuf>,
    /// Do not apply any overlays
    #[arg(long, global = true, conflicts_with = "overlays")]
    pub no_overlays: bool,
    /// The folder of the generated crate; overrides the scope's
    #[arg(long, value_name = "DIR", global = true)]
    pub out: Option<PathBuf>,
    /// A path prefix to keep, or `all`; overrides the scope's paths, and ignores its
    /// overlays, lock, book and examples; repeatable
    #[arg(long, value_name = "PATH_PREFIX", global = true)]
    pub select: Vec<String>,
}

/// The inputs of a crate.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The scope. With `--select` it has the selected paths, the events whose objects
    /// they reach, and no examples.
    pub scope: Scope,
    /// The file of the scope, for diagnostics.
    pub scope_file: String,
    /// The sliced document with its descriptions, after the overlays.
    pub document: Document,
    /// The SHA-256 of the official document.
    pub digest: String,
    /// The file and the text of the name lock. The text is empty if there is no such
    /// file yet.
    pub lock: Option<(String, String)>,
    /// The name of the scope's folder.
    pub folder: String,
    /// The pages of the book, by file name.
    pub book: BTreeMap<String, String>,
    /// The example programs, by file name.
    pub examples: BTreeMap<String, String>,
    /// The folder of the generated crate.
    pub out: PathBuf,
    /// `true` if the folder was given on the command line. Such a crate is a workspace
    /// of its own.
    pub standalone: bool,
}

impl Inputs {
    /// Reads the files that `options` and the scope name.
    ///
    /// # Errors
    /// Returns an error if a file is missing or malformed, or if the files do not match
    /// each other.
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
            // Overlays can add and remove references, so the document is sliced once
            // more.
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
    /// Returns the path of a page of the book.
    pub fn book_file(&self, name: &str) -> String {
        self.source(self.scope.inputs.book.as_deref(), name)
    }

    /// Returns the path of an example program.
    pub fn example_file(&self, name: &str) -> String {
        self.source(self.scope.inputs.examples.as_deref(), name)
    }

    /// Returns the path of a file in the scope's folder, independent of the working
    /// directory.
    fn source(&self, folder: Option<&str>, name: &str) -> String {
        let path = [Some(self.folder.as_str()), folder, Some(name)];
        path.into_iter().flatten().collect::<Vec<_>>().join("/")
    }
}

/// Slices the official document `from`, without descriptions.
///
/// # Errors
/// Returns an error if a file is missing or malformed, or if the document lacks
/// something that the scope names.
pub fn slice_of(from: &Path, options: &Options) -> Result<Document> {
    let path = scope_path(options)?;
    let scope = load::scope(&path)?;
    let source = load::source(from)?;
    let file = load::name(&path);
    let selection = selection(&scope, &file, options);
    slice::slice(&source.document, &selection, Prose::Drop, &source.digest)
}

/// The files of a scope, overridden by the options.
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

/// Returns the path of the scope: the given one, the nearest one in this folder or above
/// it, or the one of the workspace that the generator was built in. A path that was
/// searched for stays relative, so that messages do not depend on the location of the
/// workspace.
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

/// Removes `x/..` and `.` from a path, so that messages show the shortest path.
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
