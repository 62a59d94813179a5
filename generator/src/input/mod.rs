//! Finds and reads the inputs of a crate, as the options and the scope say.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::input::scope::{Scope, Uniqueness};
use crate::openapi::corrected;
use crate::openapi::document::Document;
use crate::openapi::slice::{self, Prose, Selection};

mod exchange;
mod extends;
pub mod folder;
pub mod load;
pub(crate) mod portable;
pub mod refresh;
pub(crate) mod runtime;
pub mod save;
pub mod scope;
mod selected;
pub(crate) mod tree;
pub mod upgrade;
pub mod version;

/// A file with its contents.
pub type TextFile = (PathBuf, String);

/// The options of the command line.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Inputs and output")]
pub struct Options {
    /// Read the scope from FILE [default: spec/scope.toml in this directory or a parent]
    #[arg(long, value_name = "FILE", global = true)]
    pub scope: Option<PathBuf>,
    /// Read the API document from FILE, an official document or a slice in JSON or YAML [default:
    /// from the scope]
    ///
    /// `generate` also cuts the scope's slice anew if FILE is an official document of the same
    /// version, unless `--out` or `--select` is given.
    #[arg(long, value_name = "FILE", global = true)]
    pub spec: Option<PathBuf>,
    /// Apply the overlay FILE instead of the scope's overlays; can be repeated
    #[arg(long = "overlay", value_name = "FILE", global = true)]
    pub overlays: Vec<PathBuf>,
    /// Do not apply any overlays
    #[arg(long, global = true, conflicts_with = "overlays")]
    pub no_overlays: bool,
    /// Put the generated crate into DIR, as a package outside of any workspace [default: from
    /// the scope]
    #[arg(long, value_name = "DIR", global = true)]
    pub out: Option<PathBuf>,
    /// Keep only the paths that start with PATH_PREFIX, or `all` paths; can be repeated
    ///
    /// Replaces the paths of the scope, and leaves out its overlays, name lock, book and
    /// examples.
    #[arg(long, value_name = "PATH_PREFIX", global = true)]
    pub select: Vec<String>,
    /// Keep the operations that the scope lists as legacy
    #[arg(long, global = true)]
    pub legacy: bool,
    /// Call the crate of `--select` CRATE [default: the first word of the scope's crate, and the
    /// words of the prefixes]
    #[arg(long, value_name = "CRATE", global = true)]
    pub name: Option<String>,
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
    /// With `--select`, the document with all paths: types have the same names in each part.
    pub whole: Option<Document>,
    /// The SHA-256 of the official document.
    pub digest: String,
    /// The file and the contents of the name lock. They are empty if there is no such
    /// file yet.
    pub lock: Option<(String, String)>,
    /// The name of the scope's folder.
    pub folder: String,
    /// Licences and notices, by file name.
    pub legal: BTreeMap<String, String>,
    /// The pages of the book, by path below its folder.
    pub book: BTreeMap<String, String>,
    /// The example programs, by file name.
    pub examples: BTreeMap<String, String>,
    /// The folder of the generated crate, if the command line or the scope names one.
    pub out: Option<PathBuf>,
    /// `true` if the folder was given on the command line. Such a crate is a workspace
    /// of its own.
    pub standalone: bool,
}

/// The files of a crate, before its document is sliced and corrected.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The inputs with the document and the scope as they are in their files.
    pub inputs: Inputs,
    /// The overlays, in the order in which they are applied.
    pub overlays: Vec<Document>,
}

impl Loaded {
    /// Reads the files that `options` and the scope name.
    ///
    /// # Errors
    /// Returns an error if a file is missing or malformed.
    pub fn read(options: &Options) -> Result<Self> {
        Self::read_with(options, None)
    }

    /// Reads the files, with another document than theirs if there is one.
    fn read_with(options: &Options, document: Option<load::Source>) -> Result<Self> {
        check_prefixes(&options.select)?;
        selected::check_name(options)?;
        let (path, scope) = read_scope(options)?;
        let files = Files::new(&path, &scope, options);
        let (scope_file, scope) = selected::scope(&path, scope, options)?;
        let mut problems = Diagnostics::default();
        if let Some(out) = &files.out {
            problems.record(load::output_folder(out));
        }
        let source = document.or_else(|| {
            let document = problems.record(files.document())?;
            problems.record(document.read(load::source))
        });
        let overlays = files.read_overlays(&mut problems);
        let lock = files.read_lock(&mut problems);
        let mut folder = |file: Option<InputFile>| {
            let files = file.and_then(|file| problems.record(file.read(load::folder)));
            files.unwrap_or_default()
        };
        let book = folder(files.book);
        let examples = folder(files.examples);
        let legal = files.legal.into_iter().filter_map(|file| {
            let name = file.path.file_name()?.to_string_lossy().into_owned();
            Some((name, problems.record(file.read(load::text))?))
        });
        let legal = legal.collect();
        let source = problems.into_result(source)?.ok_or_else(Diagnostics::default)?;
        let inputs = Inputs {
            scope,
            scope_file,
            whole: None,
            digest: source.digest(),
            document: source.document,
            lock,
            folder: load::folder_name(&path),
            legal,
            book,
            examples,
            out: files.out,
            standalone: options.out.is_some(),
        };
        Ok(Self { inputs, overlays })
    }

    /// Cuts the selected part out of the document, and changes it with `apply`.
    ///
    /// # Errors
    /// Returns an error if something that is selected does not exist, or as `apply` does.
    pub fn corrected(
        self,
        options: &Options,
        apply: impl FnOnce(Document, &[Document]) -> Result<Document>,
    ) -> Result<Inputs> {
        let Self { mut inputs, overlays } = self;
        let selection = selection(&inputs.scope, &inputs.scope_file, options);
        let is_part = !options.select.is_empty() && selection.paths.is_some();
        let whole = is_part.then(|| Selection { paths: None, ..selection.clone() });
        let whole = whole.and_then(|all| {
            // A part can be fine even if the rest of the document is not.
            slice::slice(&inputs.document, &all, Prose::Drop, &inputs.digest).ok()
        });
        let apply = |document| apply(document, &overlays);
        let document = corrected(&inputs.document, selection, &inputs.digest, apply)?;
        select(&mut inputs.scope, options, &document);
        Ok(Inputs { document, whole, ..inputs })
    }
}

impl Inputs {
    /// Returns the folder of the generated crate.
    ///
    /// # Errors
    /// Returns an error if nothing names one.
    pub fn out(&self) -> Result<&Path> {
        self.out.as_deref().ok_or_else(|| {
            let help = "name one with `--out DIR`, or as `inputs.out` in the scope";
            unnamed(&self.scope_file, "no folder for the crate").help(help).into()
        })
    }

    /// Returns the path of the scope, as files of the crate name it.
    pub fn scope_path(&self) -> String {
        let name = self.scope_file.rsplit('/').next().unwrap_or_default();
        self.source(None, name)
    }

    /// Returns the path of a page of the book, as files of the crate name it.
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
    check_prefixes(&options.select)?;
    let (path, scope) = read_scope(options)?;
    let from = InputFile { path: from.to_owned(), origin: "`--from`".to_owned() };
    let source = from.read(load::source)?;
    cut(&source, &scope, &load::name(&path), options)
}

/// Slices a document with the scope in `file`, without descriptions.
fn cut(
    source: &load::Source,
    scope: &Scope,
    file: &str,
    options: &Options,
) -> Result<Document> {
    let selection = selection(scope, file, options);
    slice::slice(&source.document, &selection, Prose::Drop, &source.digest)
}

/// A file or folder to read, and the option or key that names it.
struct InputFile {
    path: PathBuf,
    origin: String,
}

impl InputFile {
    fn read<T>(&self, read: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
        read(&self.path).map_err(|problems| {
            problems.help_with_files(&format!("correct {}", self.origin))
        })
    }
}

/// The files that the options and the scope name. Options take precedence.
struct Files {
    /// The file of the scope, for diagnostics.
    scope: String,
    document: Option<InputFile>,
    overlays: Vec<InputFile>,
    lock: Option<InputFile>,
    legal: Vec<InputFile>,
    book: Option<InputFile>,
    examples: Option<InputFile>,
    changelog: Option<InputFile>,
    out: Option<PathBuf>,
}

impl Files {
    fn new(path: &Path, scope: &Scope, options: &Options) -> Self {
        let folder = path.parent().unwrap_or(Path::new(""));
        let in_folder = |file: &String| clean(&folder.join(file));
        let listed = |key: &str, file: &String| InputFile {
            path: in_folder(file),
            origin: format!("`inputs.{key}` in {}", load::name(path)),
        };
        let given = |option: &str, path: &PathBuf| InputFile {
            path: path.clone(),
            origin: format!("`{option}`"),
        };
        let inputs = &scope.inputs;
        let selected = !options.select.is_empty();
        let scoped = |key: &str, file: &Option<String>| {
            file.as_ref().filter(|_| !selected).map(|file| listed(key, file))
        };
        let overlays = if !options.overlays.is_empty() {
            options.overlays.iter().map(|path| given("--overlay", path)).collect()
        } else if options.no_overlays || selected {
            Vec::new()
        } else {
            inputs.overlays.iter().map(|file| listed("overlays", file)).collect()
        };
        let spec = options.spec.as_ref().map(|path| given("--spec", path));
        let document = inputs.document.as_ref();
        Self {
            scope: load::name(path),
            document: spec.or_else(|| document.map(|file| listed("document", file))),
            overlays,
            lock: scoped("lock", &inputs.lock),
            legal: inputs
                .legal
                .iter()
                .filter(|_| !selected)
                .map(|file| listed("legal", file))
                .collect(),
            book: scoped("book", &inputs.book),
            examples: scoped("examples", &inputs.examples),
            changelog: scoped("changelog", &inputs.changelog),
            out: options.out.clone().or_else(|| inputs.out.as_ref().map(in_folder)),
        }
    }
}

impl Files {
    /// Returns the document.
    fn document(&self) -> Result<&InputFile> {
        self.document.as_ref().ok_or_else(|| {
            let help =
                "name it with `--spec FILE`, or as `inputs.document` in the scope";
            unnamed(&self.scope, "no API document").help(help).into()
        })
    }

    /// Reads the overlays.
    fn read_overlays(&self, problems: &mut Diagnostics) -> Vec<Document> {
        let read = |file: &InputFile| problems.record(file.read(load::document));
        self.overlays.iter().filter_map(read).collect()
    }

    /// Reads the name lock, if there is one.
    fn read_lock(&self, problems: &mut Diagnostics) -> Option<(String, String)> {
        problems.record(self.lock.as_ref()?.read(lock))
    }
}

/// Returns the diagnostic about an input that neither the options nor the scope name.
fn unnamed(scope: &str, what: &str) -> Diagnostic {
    let fault = format!("{what}: neither the command line nor the scope names one");
    Diagnostic::new(scope, Place::File, fault)
}

/// Checks the values of `--select`.
fn check_prefixes(select: &[String]) -> Result<()> {
    let mut problems = Diagnostics::default();
    for prefix in select.iter().filter(|prefix| *prefix != ALL) {
        if let Some(fault) = scope::invalid_prefix(prefix) {
            let help =
                "write a prefix such as `/v1/things`, or `all` to keep every path";
            problems.push(Diagnostic::new(SELECT, Place::File, fault).help(help));
        }
    }
    problems.into_result(())
}

/// The option with path prefixes; the name of its "file" in diagnostics.
const SELECT: &str = "--select";

/// The value of `--select` for all paths.
const ALL: &str = "all";

const DEFAULT_SCOPE: &str = "spec/scope.toml";

fn read_scope(options: &Options) -> Result<(PathBuf, Scope)> {
    let file = InputFile { path: scope_path(options)?, origin: "`--scope`".to_owned() };
    let mut scope = file.read(load::scope)?;
    scope.keeps_legacy = options.legacy;
    Ok((file.path, scope))
}

/// Returns the scope's file: the given one, or that of the nearest parent of the working directory.
/// The path of a parent stays relative, so that messages do not depend on the location of the
/// workspace.
fn scope_path(options: &Options) -> Result<PathBuf> {
    if let Some(path) = &options.scope {
        return Ok(path.clone());
    }
    let depth = std::env::current_dir().map_or(1, |here| here.ancestors().count());
    (0..depth)
        .map(|level| clean(Path::new(&("../".repeat(level) + DEFAULT_SCOPE))))
        .find(|path| path.is_file())
        .ok_or_else(|| {
            Diagnostic::new(DEFAULT_SCOPE, Place::File, "no scope.toml here or above")
                .help("run the generator in its repository, or name the scope with `--scope FILE`")
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
        let all = options.select.iter().any(|prefix| prefix == ALL);
        return Selection {
            file: SELECT,
            paths: (!all).then_some(options.select.as_slice()),
            opaque: &scope.opaque,
            secret: &scope.secret,
            legacy: &scope.legacy,
            strict: false,
            overlaid: false,
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
        secret: &scope.secret,
        legacy: &scope.legacy,
        strict: true,
        overlaid: false,
        components,
        event_types: event_types(scope),
    }
}

/// The component of events, and the pointer of the list of their types.
fn event_types(scope: &Scope) -> Option<(&str, &str)> {
    let events = scope.events.as_ref()?;
    Some((&events.component, events.list.as_deref()?))
}

/// Adapts the scope to the paths that the options select instead of its own.
fn select(scope: &mut Scope, options: &Options, document: &Document) {
    if !options.select.is_empty() {
        scope.package = selected::package(&scope.package, options);
        scope.paths.clone_from(&options.select);
        scope.examples.clear();
        scope.is_selection = true;
        if scope.unique == Uniqueness::Crate {
            // They are as short as the crate of the scope allows.
            scope.names.clear();
            scope.unique = Uniqueness::Module;
        }
        scope.example_dependencies.clear();
        keep_events(scope, document);
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::scope::Groups;
    use crate::testing::{faults, inputs};

    #[test]
    fn paths_are_shown_in_their_shortest_form() {
        let table = [
            ("a/../b", "b"),
            ("./a/./b", "a/b"),
            ("../a/../../b", "../../b"),
            ("spec/../out/x", "out/x"),
            ("/a/../b", "/b"),
        ];
        for (path, expected) in table {
            assert_eq!(clean(Path::new(path)), Path::new(expected));
        }
    }

    #[test]
    fn options_take_precedence_over_the_scope() {
        let mut scope = Scope::default();
        scope.inputs.document = Some("api.yaml".to_owned());
        scope.inputs.overlays = vec!["fixes.yaml".to_owned()];
        scope.inputs.lock = Some("names.lock".to_owned());
        scope.inputs.out = Some("../out".to_owned());
        let files = |options: &Options| {
            let files = Files::new(Path::new("spec/scope.toml"), &scope, options);
            let overlays = files.overlays.iter().map(|file| load::name(&file.path));
            let overlays = overlays.collect::<Vec<_>>().join(" ");
            (
                load::name(&files.document().unwrap().path),
                overlays,
                files.lock.is_some(),
                load::name(files.out.as_deref().unwrap()),
            )
        };
        let is = |document: &str, overlays: &str, lock, out: &str| {
            (document.to_owned(), overlays.to_owned(), lock, out.to_owned())
        };
        let select = vec!["/v1/boats".to_owned()];
        let table = [
            (Options::default(), is("spec/api.yaml", "spec/fixes.yaml", true, "out")),
            (
                Options { spec: Some("b.json".into()), ..Options::default() },
                is("b.json", "spec/fixes.yaml", true, "out"),
            ),
            (
                Options { overlays: vec!["o.yaml".into()], ..Options::default() },
                is("spec/api.yaml", "o.yaml", true, "out"),
            ),
            (
                Options { no_overlays: true, ..Options::default() },
                is("spec/api.yaml", "", true, "out"),
            ),
            (
                Options { select, out: Some("x".into()), ..Options::default() },
                is("spec/api.yaml", "", false, "x"),
            ),
        ];
        for (options, expected) in table {
            assert_eq!(files(&options), expected, "{options:?}");
        }
    }

    #[test]
    fn a_selection_has_no_features() {
        let mut scope = Scope { groups: Some(Groups::default()), ..inputs().scope };
        let unchanged = Options::default();
        select(&mut scope, &unchanged, &inputs().document);
        assert!(!scope.is_selection);
        let selected = ["/v1/boats", "/v1/oars"].map(str::to_owned).to_vec();
        let options = Options { select: selected, ..Options::default() };
        select(&mut scope, &options, &inputs().document);
        assert!(scope.is_selection && scope.groups.is_some());
    }

    #[test]
    fn a_document_and_a_folder_that_nothing_names_are_faults() {
        let scope = Scope::default();
        let files = Files::new(Path::new("scope.toml"), &scope, &Options::default());
        let rest = "neither the command line nor the scope names one";
        let fault = format!("no API document: {rest}");
        assert_eq!(faults(files.document().map(drop)), [fault]);
        let inputs = Inputs { out: None, ..inputs() };
        let fault = format!("no folder for the crate: {rest}");
        assert_eq!(faults(inputs.out().map(drop)), [fault]);
    }
}
