//! Copies files into the crate: the runtime, the example programs, licences, and the
//! settings of the formatter.

use super::{Context, File, note};
use crate::diagnostic::Result;
use crate::input::{Inputs, runtime};
use crate::rust::page_of;

/// The settings of the formatter, which leaves the crate as it is printed.
const FORMATTER: &str = "\
# The code is printed by prettyplease, which breaks some long lines differently.
disable_all_formatting = true
";

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    let inputs = context.inputs;
    let mut files = vec![File {
        path: "rustfmt.toml".to_owned(),
        source: None,
        text: note("rustfmt.toml", "") + FORMATTER,
    }];
    files.extend(inputs.legal.iter().map(|(name, text)| File {
        path: name.clone(),
        source: Some(name.clone()),
        text: text.clone(),
    }));
    files.extend(inputs.examples.iter().map(|(name, text)| {
        copy(&format!("examples/{name}"), &inputs.example_file(name), text)
    }));
    files.extend(runtime::files().into_iter().map(|(path, text)| {
        let (source, text) = source_of(inputs, &path, text);
        copy(&format!("src/runtime/{path}"), &source, text)
    }));
    Ok(files)
}

/// Returns the original of a file of the runtime, which a page of the book can replace.
fn source_of<'a>(inputs: &'a Inputs, path: &str, text: &'a str) -> (String, &'a str) {
    let page = page_of(path);
    match page.as_ref().and_then(|page| inputs.book.get_key_value(page)) {
        Some((page, text)) => (inputs.book_file(page), text),
        None => (format!("templates/src/runtime/{path}"), text),
    }
}

/// Copies a file, with a line that names the original.
fn copy(path: &str, original: &str, text: &str) -> File {
    let text = note(path, &format!(": a copy of {original}")) + text;
    File { path: path.to_owned(), source: Some(original.to_owned()), text }
}
