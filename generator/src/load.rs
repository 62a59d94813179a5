//! Reads files: the only place that does.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::document::Document;
use crate::scope::Scope;
use crate::tree;

/// A document with the fingerprint of its file.
#[derive(Clone, Debug)]
pub struct Source {
    /// The document.
    pub document: Document,
    /// SHA-256 of the file's bytes, in hexadecimal digits.
    pub digest: String,
}

/// Reads a JSON or YAML document.
///
/// # Errors
/// The file cannot be read, or is not a mapping in UTF-8 JSON or YAML.
pub fn document(path: &Path) -> Result<Document> {
    parse(path, &text(path)?)
}

/// Reads a JSON or YAML document together with its fingerprint.
///
/// # Errors
/// As for [`document`].
pub fn source(path: &Path) -> Result<Source> {
    let text = text(path)?;
    Ok(Source { document: parse(path, &text)?, digest: sha256(text.as_bytes()) })
}

/// Reads a text file.
///
/// # Errors
/// The file cannot be read, or is not UTF-8 without a byte order mark.
pub fn text(path: &Path) -> Result<String> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(valid).copied().unwrap_or_default();
        let (line, column) =
            line_column(&String::from_utf8_lossy(&error.as_bytes()[..valid]));
        Diagnostic::new(name(path), Place::Line(line, column))
            .expected("text in UTF-8")
            .found(format!("the byte 0x{byte:02x}"))
            .help("save the file as UTF-8")
    })?;
    if text.starts_with('\u{feff}') {
        return Err(Diagnostic::new(name(path), Place::Line(1, 1))
            .expected("text in UTF-8 without a byte order mark")
            .found("a byte order mark")
            .help("save the file without it")
            .into());
    }
    Ok(text)
}

/// Reads a scope.
///
/// # Errors
/// The file cannot be read, is not TOML, or has a key or a value that a scope does not have.
pub fn scope(path: &Path) -> Result<Scope> {
    let text = text(path)?;
    let scope = toml::from_str::<Scope>(&text)
        .map_err(|error| scope_error(path, &text, error.span(), error.message()))?;
    scope.check(&name(path))?;
    Ok(scope)
}

/// Reads the text files that stand directly in a folder, by name. Hidden files do not count.
///
/// # Errors
/// The folder or a file in it cannot be read, or holds another folder.
pub fn folder(path: &Path) -> Result<BTreeMap<String, String>> {
    let entries = fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
    let mut files = BTreeMap::new();
    let mut problems = Diagnostics::default();
    for entry in entries {
        let file = entry.map_err(|error| unreadable(path, &error))?.file_name();
        let file = file.to_string_lossy().into_owned();
        if file.starts_with('.') {
            continue;
        }
        if let Some(text) = problems.record(text(&path.join(&file))) {
            files.insert(file, text);
        }
    }
    problems.into_result(files)
}

/// Reads a text file that may be missing.
///
/// # Errors
/// As for [`text`], unless there is no such file.
pub fn optional_text(path: &Path) -> Result<Option<String>> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        _ => text(path).map(Some),
    }
}

/// Makes sure that a folder stands at `path`, or can be made there.
///
/// # Errors
/// Something else stands there, or at one of its parents.
pub fn output_folder(path: &Path) -> Result<()> {
    let Some(standing) = path.ancestors().find(|path| fs::metadata(path).is_ok()) else {
        return Ok(());
    };
    if standing.is_dir() {
        return Ok(());
    }
    Err(Diagnostic::new(name(standing), Place::File)
        .expected("a folder for the generated crate")
        .found("a file")
        .help("give another folder with `--out`, or move the file away")
        .into())
}

/// The name of a file in diagnostics: as the user gave it.
pub fn name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes);
    digits.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn parse(path: &Path, text: &str) -> Result<Document> {
    let root = tree(path, text).map_err(|(language, syntax)| {
        Diagnostic::new(name(path), Place::Line(syntax.line, syntax.column))
            .expected(format!("a document in {language}"))
            .found(syntax.message)
            .help("correct the file at this place")
    })?;
    let document = Document { file: name(path), root };
    let node = document.node();
    let top = node.object().map_err(|_| {
        node.mismatch("an object as the whole of the file").help("give another file")
    });
    top?;
    Ok(document)
}

/// What starts like JSON is read as JSON, which is much quicker, unless it turns out to be
/// YAML in braces.
fn tree(
    path: &Path,
    text: &str,
) -> std::result::Result<Value, (&'static str, tree::Syntax)> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let braces = text.trim_start().starts_with(['{', '[']);
    if extension == Some("json") || braces {
        let yaml = matches!(extension, Some("yaml" | "yml"));
        match tree::json(text) {
            Err(_) if yaml => {}
            result => return result.map_err(|syntax| ("JSON", syntax)),
        }
    }
    tree::yaml(text).map_err(|syntax| ("YAML", syntax))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let found = match error.kind() {
        ErrorKind::NotFound => "nothing of this name".to_owned(),
        ErrorKind::IsADirectory => "a folder".to_owned(),
        ErrorKind::NotADirectory => "a file in place of a folder".to_owned(),
        ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        kind => kind.to_string(),
    };
    Diagnostic::new(name(path), Place::File)
        .expected("a file or folder that can be read")
        .found(found)
        .help("correct the path on the command line or in the scope")
}

fn scope_error(
    path: &Path,
    text: &str,
    span: Option<std::ops::Range<usize>>,
    message: &str,
) -> Diagnostic {
    let place = match span.and_then(|span| text.get(..span.start)) {
        Some(before) => {
            let (line, column) = line_column(before);
            Place::Line(line, column)
        }
        None => Place::File,
    };
    let (found, expected) = match message.split_once(", expected ") {
        Some((found, expected)) => (found, expected.to_owned()),
        None => match message.strip_prefix("missing field ") {
            Some(key) => ("none", format!("a key {key}")),
            None => (message, "a scope in TOML".to_owned()),
        },
    };
    Diagnostic::new(name(path), place)
        .expected(expected.replace('\n', " "))
        .found(found.replace('\n', " "))
        .help("correct the scope; its keys are explained in `generator/src/scope.rs`")
}

/// Where a text ends: line and column, both counted from 1.
fn line_column(text: &str) -> (usize, usize) {
    let line = text.matches('\n').count() + 1;
    let last = text.rsplit('\n').next().unwrap_or_default();
    (line, last.chars().count() + 1)
}
