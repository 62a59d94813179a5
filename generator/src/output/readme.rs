//! `README.md`: the front page of the book, for readers without rustdoc.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{Context, File, features, note};
use crate::diagnostic::Result;

/// The front page of the book.
const PAGE: &str = "lib.md";

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    let inputs = context.inputs;
    let package = &inputs.scope.package;
    let (page, source) = match inputs.book.get(PAGE) {
        Some(page) => (page, inputs.book_file(PAGE)),
        None => (&package.description, inputs.scope_path()),
    };
    let page = page.clone() + &features::section(context.krate, package);
    let text =
        note("README.md", &format!(" from {source}")) + &text(&package.name, &page);
    Ok(vec![File { path: "README.md".to_owned(), source: Some(source), text }])
}

/// A rustdoc link, with or without a target.
static REFERENCE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\[(`[^`]+`)\](?:\(([^)]*)\))?").ok());

/// Converts the page for readers without rustdoc: hidden lines of examples and links to
/// items are removed.
fn text(name: &str, page: &str) -> String {
    let mut text = format!("# {name}\n\n");
    // The current code block, if any: `true` if it is Rust.
    let mut block = None;
    for line in page.trim_end().lines() {
        let fence = line.trim_start().strip_prefix("```");
        let shown = match (fence, block) {
            (Some(words), None) => {
                let is_rust = is_rust(words);
                block = Some(is_rust);
                if is_rust { "```rust".to_owned() } else { line.to_owned() }
            }
            (Some(_), Some(_)) => {
                block = None;
                line.to_owned()
            }
            (None, Some(true)) if is_hidden(line) => continue,
            (None, Some(_)) => line.to_owned(),
            (None, None) => without_links(line),
        };
        text.push_str(&shown);
        text.push('\n');
    }
    text
}

/// Returns `true` if rustdoc treats a block as Rust, by the words after its fence.
fn is_rust(words: &str) -> bool {
    let mut words = words.split(',').map(str::trim);
    words.all(|word| matches!(word, "" | "rust" | "no_run" | "ignore" | "should_panic"))
}

fn is_hidden(line: &str) -> bool {
    let line = line.trim_start();
    line == "#" || line.starts_with("# ")
}

fn without_links(line: &str) -> String {
    let Some(reference) = REFERENCE.as_ref() else { return line.to_owned() };
    let name = |found: &Captures<'_>| {
        let to_page = found.get(2).is_some_and(|target| target.as_str().contains("://"));
        found[usize::from(!to_page)].to_owned()
    };
    reference.replace_all(line, name).into_owned()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_only_rustdoc_reads_is_left_out() {
        let page = "Use [`Client`], [`send`](crate::Call::send), [`x`](https://x.example).\n\n\
            ```no_run\n# use a::B;\n#[derive(Debug)]\nstruct A;\n#\n```\n\n\
            ```toml\n# kept\n```\n\n# Kept\n";
        let expected = "# name\n\nUse `Client`, `send`, [`x`](https://x.example).\n\n\
            ```rust\n#[derive(Debug)]\nstruct A;\n```\n\n\
            ```toml\n# kept\n```\n\n# Kept\n";
        assert_eq!(text("name", page), expected);
    }

    use super::emit;
    use crate::input::Inputs;
    use crate::model::Api;
    use crate::testing::{emitted, inputs};

    #[test]
    fn the_front_page_of_the_book_comes_before_the_description() {
        let krate = Api::empty().planned();
        let mut inputs = inputs();
        let readme =
            |inputs: &Inputs| emitted(emit, &krate, inputs).remove("README.md").unwrap();
        assert!(readme(&inputs).ends_with("\n# boats-api\n\nAn invented API.\n"));
        inputs.book.insert("lib.md".to_owned(), "All about boats.".to_owned());
        assert!(readme(&inputs).ends_with("\n# boats-api\n\nAll about boats.\n"));
    }
}
