//! Reads the input files. No other module reads them.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};
use toml::Table;

use crate::diagnostic::locate::{self, line_column};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::input::scope::Scope;
use crate::input::{extends, tree};
use crate::openapi::document::Document;
use crate::openapi::slice;

/// A document with the SHA-256 of its file.
#[derive(Clone, Debug)]
pub struct Source {
    /// The document.
    pub document: Document,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub digest: String,
}

impl Source {
    /// Returns the SHA-256 of the official document, which a slice contains.
    pub(super) fn digest(&self) -> String {
        slice::digest(&self.document).unwrap_or(&self.digest).to_owned()
    }
}

/// Reads a JSON or YAML document.
///
/// # Errors
/// Returns an error if the file cannot be read, or is not a mapping in JSON or YAML.
pub fn document(path: &Path) -> Result<Document> {
    parse(path, &text(path)?)
}

/// Reads a JSON or YAML document and computes its SHA-256.
///
/// # Errors
/// As for [`document`].
pub fn source(path: &Path) -> Result<Source> {
    source_of(path, &text(path)?)
}

/// Reads a document and computes its SHA-256 as [`source`] does, from the text that a file will
/// have.
///
/// # Errors
/// Returns an error if the text is not a mapping in JSON or YAML.
pub fn source_of(path: &Path, text: &str) -> Result<Source> {
    Ok(Source { document: parse(path, text)?, digest: sha256(text.as_bytes()) })
}

/// Reads a text file.
///
/// # Errors
/// Returns an error if the file cannot be read, or is not UTF-8 without a byte order
/// mark.
pub fn text(path: &Path) -> Result<String> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let fault = "the file is encoded in UTF-16";
        return Err(encoding(path, Place::File, fault).into());
    }
    if bytes.contains(&0) {
        let fault = "the file is not UTF-8 text: it contains NUL bytes";
        return Err(encoding(path, Place::File, fault)
            .help("check that this is the right file, and save it as UTF-8")
            .into());
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(valid).copied().unwrap_or_default();
        let (line, column) =
            line_column(&String::from_utf8_lossy(&error.as_bytes()[..valid]));
        let fault = format!("invalid UTF-8: byte 0x{byte:02x}");
        encoding(path, Place::Line(line, column), fault)
    })?;
    if text.starts_with('\u{feff}') {
        let fault = "the file starts with a byte order mark";
        return Err(encoding(path, Place::Line(1, 1), fault)
            .help("save the file as UTF-8 without a byte order mark")
            .into());
    }
    Ok(text)
}

/// Reads a scope, with what it inherits from the scope that it extends.
///
/// # Errors
/// Returns an error if a file cannot be read, is not TOML, or has an unknown key or an
/// invalid value, or if scopes extend each other.
pub fn scope(path: &Path) -> Result<Scope> {
    let text = text(path)?;
    let invalid = |error: &toml::de::Error| {
        scope_error(path, &text, error.span(), error.message())
    };
    let own = toml::from_str::<Table>(&text).map_err(|error| invalid(&error))?;
    let scope = if own.contains_key(extends::KEY) {
        let help = format!("correct `{}` in {}", extends::KEY, name(path));
        let whole = extends::complete(own, path, |path| {
            let text = self::text(path).map_err(|all| all.help_with_files(&help))?;
            toml::from_str(&text).map_err(|error: toml::de::Error| {
                scope_error(path, &text, error.span(), error.message()).into()
            })
        })?;
        whole.try_into::<Scope>().map_err(|error| invalid(&error))?
    } else {
        // From the text, so that faults have positions.
        toml::from_str::<Scope>(&text).map_err(|error| invalid(&error))?
    };
    scope.check(&name(path))?;
    Ok(scope)
}

/// Reads the text files directly in a folder, by name. Hidden files are skipped.
///
/// # Errors
/// Returns an error if the folder or a file in it cannot be read.
pub fn folder(path: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    read_folder(path, "", &mut files)?;
    Ok(files)
}

/// Adds the files of a folder whose path is `prefix`.
fn read_folder(
    path: &Path,
    prefix: &str,
    files: &mut BTreeMap<String, String>,
) -> Result<()> {
    let entries = fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
    let mut problems = Diagnostics::default();
    for entry in entries {
        let entry = entry.map_err(|error| unreadable(path, &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            let inner = format!("{prefix}{name}/");
            problems.record(read_folder(&entry.path(), &inner, files));
        } else if let Some(text) = problems.record(text(&entry.path())) {
            files.insert(format!("{prefix}{name}"), text);
        }
    }
    problems.into_result(())
}

/// Reads a text file, if it exists.
///
/// # Errors
/// As for [`text`], except that a missing file is not an error.
pub fn optional_text(path: &Path) -> Result<Option<String>> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        _ => text(path).map(Some),
    }
}

/// Checks that `path` is a folder, or can be created as one.
///
/// # Errors
/// Returns an error if `path` or one of its parents is not a folder.
pub fn output_folder(path: &Path) -> Result<()> {
    let Some(existing) = path.ancestors().find(|path| fs::metadata(path).is_ok()) else {
        return Ok(());
    };
    if existing.is_dir() {
        return Ok(());
    }
    let fault = "the output folder cannot be created: a file is in the way";
    Err(Diagnostic::new(name(existing), Place::File, fault)
        .help("choose another folder with `--out`, or move the file")
        .into())
}

/// Returns the name of a file in diagnostics: as the user gave it.
pub fn name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Returns the name of the folder that contains a file, independent of the working
/// directory.
pub fn folder_name(path: &Path) -> String {
    let folder = fs::canonicalize(path).ok();
    let folder = folder.as_deref().and_then(Path::parent).and_then(Path::file_name);
    folder.map(|folder| folder.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Computes the SHA-256, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes);
    digits.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn parse(path: &Path, text: &str) -> Result<Document> {
    let root = tree(path, text)
        .map_err(|(language, error)| syntax_error(path, text, language, &error))?;
    let document = Document { file: name(path), root };
    let node = document.node();
    match node.value {
        Value::Object(_) => Ok(document),
        Value::Null => {
            Err(Diagnostic::new(name(path), Place::File, "the file is empty")
                .help("check that this is the right file")
                .into())
        }
        _ => Err(node
            .mismatch("a mapping at the top of the file")
            .help("check that this is the right file")
            .into()),
    }
}

/// Files that look like JSON are parsed as JSON, which is much faster, unless they turn
/// out to be YAML in braces.
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

fn syntax_error(
    path: &Path,
    text: &str,
    language: &str,
    error: &tree::Syntax,
) -> Diagnostic {
    let mut position = (error.line, error.column);
    // The parser for YAML reports a duplicate key at the beginning of its mapping.
    if language == "YAML" && error.message.contains(tree::DUPLICATE_KEY) {
        position = locate::duplicate_key(text).unwrap_or(position);
    }
    let (line, column) = position;
    let fault = format!("invalid {language}: {}", error.message);
    let problem = Diagnostic::new(name(path), Place::Line(line, column), fault);
    let is_tab = || {
        let line = text.lines().nth(line - 1)?;
        Some(line.chars().nth(column - 1)? == '\t')
    };
    if language == "YAML" && is_tab() == Some(true) {
        problem.help("indent with spaces: YAML does not allow tabs")
    } else if position == (1, 1) {
        problem.help("check that this is the right file")
    } else {
        problem
    }
}

fn encoding(path: &Path, place: Place, fault: impl Into<String>) -> Diagnostic {
    Diagnostic::new(name(path), place, fault).help("save the file as UTF-8")
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let fault = match error.kind() {
        ErrorKind::NotFound => "no such file or folder".to_owned(),
        ErrorKind::IsADirectory => "expected a file, found a folder".to_owned(),
        ErrorKind::NotADirectory => "expected a folder, found a file".to_owned(),
        kind => format!("cannot read the file: {kind}"),
    };
    Diagnostic::new(name(path), Place::File, fault)
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
    let fault = format!("invalid scope: {}", message.replace('\n', " "));
    let is_toml = path.extension().is_some_and(|extension| extension == "toml");
    Diagnostic::new(name(path), place, fault).help(if is_toml {
        "the keys of a scope are documented in `generator/src/input/scope.rs`"
    } else {
        "check that this is the right file: a scope is TOML, such as `spec/scope.toml`"
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::faults;

    /// Writes a file, and reads it.
    fn read<T>(
        name: &str,
        bytes: &[u8],
        read: impl FnOnce(&Path) -> Result<T>,
    ) -> Result<T> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        read(&path)
    }

    #[test]
    fn text_is_utf_8_without_a_byte_order_mark() {
        assert_eq!(read("a", "é".as_bytes(), text), Ok("é".to_owned()));
        let table: [(&[u8], &str); 4] = [
            (b"\xff\xfea\0", "the file is encoded in UTF-16"),
            (b"a\0b", "the file is not UTF-8 text: it contains NUL bytes"),
            (b"a\n\xe9", "invalid UTF-8: byte 0xe9"),
            (b"\xef\xbb\xbfa", "the file starts with a byte order mark"),
        ];
        for (bytes, fault) in table {
            assert_eq!(faults(read("a", bytes, text)), [fault]);
        }
        let problems = read("a", b"a\n\xe9", text).unwrap_err();
        assert_eq!(problems.iter().next().unwrap().place, Place::Line(2, 1));
    }

    #[test]
    fn documents_are_json_or_yaml_whatever_their_name() {
        let expected = serde_json::json!({"a": 1});
        for (name, text) in [
            ("a.json", "{\"a\": 1}"),
            ("a.yaml", "a: 1"),
            ("a.yaml", "{a: 1}"),
            ("a", "a: 1"),
            ("a", "{\"a\": 1}"),
        ] {
            let found =
                read(name, text.as_bytes(), document).map(|document| document.root);
            assert_eq!(found, Ok(expected.clone()), "{name}: {text}");
        }
    }

    #[test]
    fn files_without_a_mapping_are_faults() {
        let table = [
            ("a.yaml", "", "the file is empty"),
            (
                "a.yaml",
                "- 1",
                "expected a mapping at the top of the file, found an array",
            ),
            ("a.yaml", "a: 1\na: 2", "invalid YAML: duplicate key `a`"),
            ("a.json", "a: 1", "invalid JSON: expected value"),
        ];
        for (name, text, fault) in table {
            let found = faults(read(name, text.as_bytes(), document));
            assert_eq!(found, [fault], "{name}: {text}");
        }
    }

    #[test]
    fn a_duplicate_key_is_reported_where_it_is() {
        let problems =
            read("a.yaml", b"b: 0\na:\n  c: 1\n  c: 2\n", document).unwrap_err();
        assert_eq!(problems.iter().next().unwrap().place, Place::Line(4, 3));
    }

    #[test]
    fn an_output_folder_exists_or_can_be_created() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("page");
        fs::write(&file, "").unwrap();
        assert!(output_folder(&folder.path().join("a/b")).is_ok());
        let fault = "the output folder cannot be created: a file is in the way";
        assert_eq!(faults(output_folder(&file.join("b"))), [fault]);
    }

    #[test]
    fn folders_are_read_without_hidden_files() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("a")).unwrap();
        for name in ["a/b.md", "c.md", ".hidden"] {
            fs::write(root.path().join(name), name).unwrap();
        }
        let files = folder(root.path()).unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["a/b.md", "c.md"]);
        assert_eq!(optional_text(&root.path().join("gone")), Ok(None));
        assert_eq!(faults(text(&root.path().join("gone"))), ["no such file or folder"]);
    }
}
