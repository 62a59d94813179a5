//! Converts the contents of paragraphs.

use crate::openapi::dialect::SITE;

use super::tag::{Element, Tag, entity, near, plain};

/// Converts HTML to Markdown, and escapes text that only looks like markup.
pub(super) fn convert(text: &str) -> String {
    Converter { rest: text, ..Converter::default() }.finish()
}

#[derive(Default)]
struct Converter<'a> {
    rest: &'a str,
    out: String,
    /// The targets of open HTML links; `None` for an `<a>` without a target.
    links: Vec<Option<String>>,
    /// The open marks of Markdown, with the positions of the text after them.
    marks: Vec<(&'static str, usize)>,
    /// The open HTML lists.
    lists: Vec<List>,
    /// `true` if the current row of a table has a cell.
    has_cell: bool,
}

/// An open HTML list.
struct List {
    /// The number of the last item, or `None` if items have bullets.
    number: Option<usize>,
    /// The indentation of the text of the last item.
    indent: usize,
}

impl<'a> Converter<'a> {
    /// Converts the next part. Returns `false` at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        match first {
            '\\' => self.copy(self.rest.chars().take(2).map(char::len_utf8).sum()),
            '`' => self.code(),
            '<' => self.angle(),
            '&' => self.entity(),
            '[' => self.bracket(),
            ']' => self.escape(first),
            'h' if is_url(self.rest) => self.url(),
            _ => self.copy(first.len_utf8()),
        }
        true
    }

    fn copy(&mut self, length: usize) {
        let (piece, rest) = self.rest.split_at(length);
        self.out.push_str(piece);
        self.rest = rest;
    }

    fn replace(&mut self, length: usize, by: &str) {
        self.out.push_str(by);
        self.rest = &self.rest[length..];
    }

    fn escape(&mut self, c: char) {
        self.out.push('\\');
        self.copy(c.len_utf8());
    }

    /// Converts a run of backticks up to the next one. A longer run also closes a single
    /// backtick, which is a common typo; an unclosed backtick is a plain character.
    fn code(&mut self) {
        let run = run(self.rest);
        let inside = &self.rest[run..];
        let mut end = 0;
        while let Some(found) = inside[end..].find('`') {
            if inside[end..end + found].contains("\n\n") {
                break;
            }
            let closing = self::run(&inside[end + found..]);
            end += found;
            if closing == run || run == 1 {
                self.out.push_str(&code(&inside[..end]));
                self.rest = &inside[end + closing..];
                return;
            }
            end += closing;
        }
        for _ in 0..run {
            self.escape('`');
        }
    }

    fn angle(&mut self) {
        if let Some(rest) = self.rest.strip_prefix("<!--").and_then(end_of_comment) {
            self.rest = rest;
        } else if is_url(&self.rest[1..])
            && let Some(end) = end_of_url(self.rest)
        {
            self.copy(end + 1);
        } else {
            match Tag::read(self.rest) {
                Some(tag) => self.tag(&tag),
                None => self.escape('<'),
            }
        }
    }

    fn tag(&mut self, tag: &Tag<'a>) {
        self.rest = &self.rest[tag.length..];
        match (tag.element, tag.closes) {
            (Element::Block, _) => self.out.push_str("\n\n"),
            (Element::Row, _) => {
                self.has_cell = false;
                self.out.push_str("\n\n");
            }
            (Element::Cell, false) => self.cell(),
            (Element::Heading, false) => {
                self.out.push_str("\n\n");
                self.open_mark("**");
            }
            (Element::Heading, true) => {
                self.close_mark("**");
                self.out.push_str("\n\n");
            }
            (Element::List { numbered }, false) => {
                let number = numbered.then_some(0);
                if self.lists.len() < NESTING {
                    self.lists.push(List { number, indent: 0 });
                }
                self.out.push('\n');
            }
            (Element::List { .. }, true) => {
                self.lists.pop();
                self.out.push_str("\n\n");
            }
            (Element::Item, false) => self.item(),
            (Element::Marked(mark), false) => self.open_mark(mark),
            (Element::Marked(mark), true) => self.close_mark(mark),
            (Element::Code, false) => self.html_code(tag),
            (Element::Preformatted, false) => self.preformatted(tag),
            (Element::Link, false) => self.open_link(tag),
            (Element::Link, true) => {
                self.close_link();
            }
            (Element::Image, _) => {
                let alternative = tag.attribute("alt").unwrap_or_default();
                self.out.push_str(&convert_text(alternative));
            }
            (
                Element::Item | Element::Cell | Element::Code | Element::Preformatted,
                true,
            )
            | (Element::Text, _) => {}
        }
    }

    /// Starts a list item, below the text of the item that contains the list.
    fn item(&mut self) {
        let above =
            self.lists.len().checked_sub(2).and_then(|above| self.lists.get(above));
        let indent = above.map_or(0, |list| list.indent);
        let marker = match self.lists.last_mut().and_then(|list| list.number.as_mut()) {
            Some(number) => {
                *number += 1;
                format!("{number}. ")
            }
            None => "- ".to_owned(),
        };
        if let Some(list) = self.lists.last_mut() {
            list.indent = indent + marker.len();
        }
        self.out.truncate(self.out.trim_end().len());
        self.out.push_str(&format!("\n{}{marker}", " ".repeat(indent)));
    }

    fn cell(&mut self) {
        if self.has_cell {
            self.out.truncate(self.out.trim_end().len());
            self.out.push_str(" | ");
        }
        self.has_cell = true;
    }

    /// Opens a mark, which must stand next to the text inside it.
    fn open_mark(&mut self, mark: &'static str) {
        if self.marks.len() >= NESTING {
            return;
        }
        let text = self.rest.trim_start();
        if text.len() < self.rest.len() {
            self.out.push(' ');
        }
        self.rest = text;
        self.out.push_str(mark);
        self.marks.push((mark, self.out.len()));
    }

    /// Closes the last mark of this kind, or removes it if it contains nothing.
    fn close_mark(&mut self, mark: &str) {
        let Some(index) = self.marks.iter().rposition(|(open, _)| *open == mark) else {
            return;
        };
        let (_, start) = self.marks.remove(index);
        let end = self.out.trim_end().len();
        let has_space = end < self.out.len();
        self.out.truncate(end);
        if end > start {
            self.out.push_str(mark);
        } else {
            self.out.truncate(start - mark.len());
        }
        if has_space {
            self.out.push(' ');
        }
    }

    /// Converts the rest, and closes what is open.
    fn finish(mut self) -> String {
        while self.step() {}
        while let Some((mark, _)) = self.marks.last() {
            self.close_mark(mark);
        }
        while self.close_link() {}
        self.out
    }

    fn html_code(&mut self, tag: &Tag<'a>) {
        if let Some((inside, rest)) = tag.contents(self.rest) {
            self.out.push_str(&code(&plain(inside)));
            self.rest = rest;
        }
    }

    fn preformatted(&mut self, tag: &Tag<'a>) {
        let Some((inside, rest)) = tag.contents(self.rest) else { return };
        self.rest = rest;
        let text = plain(inside);
        let text = text.trim_end().trim_start_matches('\n');
        let fence = "`".repeat(longest_run(text).max(2) + 1);
        self.out.push_str(&format!("\n\n{fence}text\n{text}\n{fence}\n\n"));
    }

    fn open_link(&mut self, tag: &Tag<'a>) {
        let target = tag.attribute("href").and_then(absolute);
        let target = target.filter(|_| self.links.is_empty());
        if target.is_some() {
            self.out.push('[');
        }
        self.links.push(target);
    }

    fn close_link(&mut self) -> bool {
        let link = self.links.pop();
        if let Some(Some(target)) = &link {
            self.out.push_str(&format!("]({target})"));
        }
        link.is_some()
    }

    fn entity(&mut self) {
        match entity(self.rest) {
            Some((length, "<")) => self.replace(length, "\\<"),
            Some((length, "&")) => self.replace(length, "&amp;"),
            Some((length, value)) => self.replace(length, value),
            None => self.copy(1),
        }
    }

    /// `[text](target)` is a link. Without a target, rustdoc would search for an item
    /// with the name in brackets.
    fn bracket(&mut self) {
        let Some((text, target, length)) = link(self.rest) else {
            return self.escape('[');
        };
        let text = convert_text(text);
        match absolute(target).filter(|_| self.links.is_empty()) {
            Some(target) => self.out.push_str(&format!("[{text}]({target})")),
            None => self.out.push_str(&text),
        }
        self.rest = &self.rest[length..];
    }

    fn url(&mut self) {
        let end = self.rest.find(|c: char| c.is_whitespace() || "<>\"`[]".contains(c));
        let url = self.rest[..end.unwrap_or(self.rest.len())]
            .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*', '_']);
        let url =
            if self.links.is_empty() { format!("<{url}>") } else { url.to_owned() };
        self.replace(url.trim_matches(['<', '>']).len(), &url);
    }
}

/// Converts the label of a link, which cannot contain links.
fn convert_text(text: &str) -> String {
    Converter { rest: text, links: vec![None], ..Converter::default() }.finish()
}

/// The maximum nesting of lists, and of marks. Deeper ones are text of those around them: the indentation
/// of a list inside thousands would be larger than the description.
const NESTING: usize = 20;

/// The maximum length of a comment. Without it, a text of `<!--` would be read again for each of them.
const COMMENT: usize = 20_000;

/// Returns the text after a comment, whose start was read.
fn end_of_comment(comment: &str) -> Option<&str> {
    let (inside, _) = near(comment, COMMENT).split_once("-->")?;
    Some(&comment[inside.len() + 3..])
}

/// The maximum length of the label of a link. Without it, a text of brackets would be read again for
/// each of them.
const LABEL: usize = 500;

/// The maximum length of the target of a link.
const TARGET: usize = 2_000;

/// Returns the label, the target and the length of the Markdown link at the start of
/// `text`.
fn link(text: &str) -> Option<(&str, &str, usize)> {
    let mut depth = 0;
    let mut near = text.char_indices().take_while(|(at, _)| *at < LABEL);
    let close = near.find(|(_, c)| {
        depth += match c {
            '[' => 1,
            ']' => -1,
            _ => 0,
        };
        depth == 0
    })?;
    let target = text[close.0 + 1..].strip_prefix('(')?;
    let mut near = target.char_indices().take_while(|(at, _)| *at < TARGET);
    let (end, _) = near.find(|(_, c)| matches!(c, ')' | '\n'))?;
    let length = close.0 + 2 + end + 1;
    let whole = target[end..].starts_with(')') && !text[..close.0].contains("\n\n");
    whole.then(|| (&text[1..close.0], target[..end].trim(), length))
}

/// Returns the absolute target of a link.
fn absolute(target: &str) -> Option<String> {
    let target = target.split_whitespace().next()?;
    let target = target.trim_matches(['<', '>']);
    let target = if target.contains("://") || target.starts_with("mailto:") {
        target.to_owned()
    } else if let Some(path) = target.strip_prefix('/') {
        format!("{SITE}/{}", path.strip_prefix("docs/").unwrap_or(path))
    } else if target.starts_with('#') {
        format!("{SITE}/api{target}")
    } else if target.split('/').next()?.contains('.') {
        format!("https://{target}")
    } else {
        format!("{SITE}/{target}")
    };
    Some(target.replace('(', "%28").replace(')', "%29"))
}

/// Returns the position of the `>` after a URL.
fn end_of_url(text: &str) -> Option<usize> {
    let mut near = text.char_indices().take_while(|(at, _)| *at < TARGET);
    let (end, c) = near.find(|(_, c)| matches!(c, '>' | ' ' | '\n'))?;
    (c == '>').then_some(end)
}

fn is_url(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// Returns the number of backticks at the start of a string.
fn run(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// Returns a code span for a string that may contain backticks.
fn code(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return String::new();
    }
    if !text.contains('`') {
        return format!("`{text}`");
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    format!("{fence} {text} {fence}")
}

/// Returns the length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}
