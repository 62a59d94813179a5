//! `README.md`: the front page of the book, for readers that do not know rustdoc.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// A name in a link of rustdoc, with or without the item that it leads to.
static REFERENCE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\[(`[^`]+`)\](?:\(([^)]*)\))?").ok());

/// The page under the crate's name. Elsewhere nothing hides the lines of an example that only
/// the compiler needs, and nothing leads from a name to an item.
pub(crate) fn text(name: &str, page: &str) -> String {
    let mut text = format!("# {name}\n\n");
    // Inside of a block: whether it is Rust.
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

/// Whether rustdoc takes a block for Rust, by the words after its fence.
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
}
