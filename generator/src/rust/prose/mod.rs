//! Converts descriptions, which mix Markdown and HTML, to Markdown that rustdoc accepts
//! without warnings.
//!
//! HTML libraries do not help: they treat the Markdown as plain text and escape it.
//!
//! | HTML | Markdown |
//! |---|---|
//! | paragraphs, line breaks, and other blocks such as quotations | paragraphs |
//! | headings | paragraphs in bold type |
//! | lists | lists, with bullets or numbers |
//! | rows and cells of tables | paragraphs, with cells separated by a bar |
//! | `<strong>`, `<em>`, `<del>` and their synonyms | `**`, `*`, `~~` |
//! | `<code>` and similar elements | code spans |
//! | `<pre>` | blocks of plain text |
//! | links, images | links, the alternative texts |
//! | `<span>` and other elements within lines | their contents |
//! | comments | nothing |
//!
//! Everything else that looks like a tag is shown as it is, with an escaped `<`: it may be
//! a placeholder such as `<amount>`. So the result has no HTML, and no text is lost.

use std::borrow::Cow;

mod inline;
mod lines;
mod tag;

/// Converts a description to Markdown.
pub fn markdown(text: &str) -> String {
    let text: String = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
        .replace('\t', "    ")
        .chars()
        .filter(|c| *c == '\n' || !unprintable(*c))
        .collect();
    lines::tidy(&blocks(&text))
}

/// Converts the paragraphs; code blocks are copied as is.
fn blocks(text: &str) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    let mut fence: Option<&str> = None;
    let lines: Vec<&str> = text.lines().collect();
    let last = lines.iter().rposition(|line| last_tag(line, "</pre").is_some());
    // `true` after the start of a `<pre>` element.
    let mut is_open = false;
    for (index, line) in lines.iter().enumerate() {
        match fence {
            Some(mark) => {
                out.push_str(line);
                out.push('\n');
                if line.trim() == mark {
                    fence = None;
                }
            }
            // Nothing inside the element opens a code block, if it closes.
            None if is_open && last >= Some(index) => {
                is_open = is_preformatted(line, is_open);
                open.push(line);
            }
            None => match lines::fence(line) {
                Some(mark) => {
                    out.push_str(&inline::convert(&open.join("\n")));
                    open.clear();
                    out.push('\n');
                    out.push_str(&opening(line, mark));
                    out.push('\n');
                    fence = Some(mark);
                    is_open = false;
                }
                None => {
                    is_open = is_preformatted(line, is_open);
                    open.push(line);
                }
            },
        }
    }
    out.push_str(&inline::convert(&open.join("\n")));
    if let Some(mark) = fence {
        out.push_str(mark);
    }
    out
}

/// Returns `true` if a `<pre>` element is open after a line, and `before` if the line neither opens
/// nor closes one.
fn is_preformatted(line: &str, before: bool) -> bool {
    match (last_tag(line, "<pre"), last_tag(line, "</pre")) {
        (None, None) => before,
        (opening, closing) => opening > closing,
    }
}

/// Returns the position of the last `tag` in a line.
fn last_tag(line: &str, tag: &str) -> Option<usize> {
    line.to_ascii_lowercase().rfind(tag)
}

/// Opens a code block. Without a language, rustdoc would compile and run it as a test.
fn opening(line: &str, mark: &str) -> String {
    let line = line.trim();
    if line == mark { format!("{mark}text") } else { line.to_owned() }
}

/// Escapes unprintable characters, except line breaks.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    let is_escaped = |c: char| c != '\n' && unprintable(c);
    if !text.contains(is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::new();
    for c in text.chars() {
        if is_escaped(c) {
            escaped.extend(c.escape_default());
        } else {
            escaped.push(c);
        }
    }
    Cow::Owned(escaped)
}

/// Returns `true` for characters that are not seen themselves, but change what is seen: control
/// characters, line breaks beyond ASCII, marks that change the direction of the text around them,
/// and others without width.
fn unprintable(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}
