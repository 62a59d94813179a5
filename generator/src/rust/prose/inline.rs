//! Converts the contents of paragraphs.

use crate::openapi::dialect::SITE;

use super::tag::{Tag, entity, plain};

/// Converts HTML to Markdown, and escapes text that only looks like markup.
pub(crate) fn convert(text: &str) -> String {
    let mut converter = Converter { rest: text, out: String::new(), links: Vec::new() };
    while converter.step() {}
    while converter.close_link() {}
    converter.out
}

struct Converter<'a> {
    rest: &'a str,
    out: String,
    /// The targets of open HTML links; `None` for an `<a>` without a target.
    links: Vec<Option<String>>,
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
        let paragraph = &inside[..inside.find("\n\n").unwrap_or(inside.len())];
        let mut end = 0;
        while let Some(found) = paragraph[end..].find('`') {
            let closing = self::run(&paragraph[end + found..]);
            end += found;
            if closing == run || run == 1 {
                self.out.push_str(&code(&paragraph[..end]));
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
        if let Some(comment) = self.rest.strip_prefix("<!--") {
            let end = comment.find("-->").map_or(comment.len(), |end| end + 3);
            self.rest = &comment[end..];
        } else if is_url(&self.rest[1..])
            && let Some(end) = self.rest.find(['>', ' ', '\n'])
            && self.rest[end..].starts_with('>')
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
        let replacement = match tag.name.as_str() {
            "p" | "/p" | "br" | "/ul" | "/ol" | "div" | "/div" => "\n\n",
            "ul" | "ol" => "\n",
            "li" => {
                self.out.truncate(self.out.trim_end().len());
                "\n- "
            }
            "/li" | "span" | "/span" => "",
            "strong" | "/strong" | "b" | "/b" => "**",
            "em" | "/em" | "i" | "/i" => "*",
            "code" => return self.html_code(tag.length),
            "a" => return self.open_link(tag),
            "/a" => {
                self.rest = &self.rest[tag.length..];
                self.close_link();
                return;
            }
            // `<amount>` is a placeholder, not a tag.
            _ => return self.escape('<'),
        };
        self.replace(tag.length, replacement);
    }

    fn html_code(&mut self, start: usize) {
        let inside = &self.rest[start..];
        match inside.find("</code>") {
            Some(end) => {
                self.out.push_str(&code(&plain(&inside[..end])));
                self.rest = &inside[end + "</code>".len()..];
            }
            None => self.rest = inside,
        }
    }

    fn open_link(&mut self, tag: &Tag<'a>) {
        let target = tag.href().and_then(absolute);
        let target = target.filter(|_| self.links.is_empty());
        self.replace(tag.length, if target.is_some() { "[" } else { "" });
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
    let mut converter = Converter { rest: text, out: String::new(), links: vec![None] };
    while converter.step() {}
    converter.out
}

/// Returns the label, the target and the length of the Markdown link at the start of
/// `text`.
fn link(text: &str) -> Option<(&str, &str, usize)> {
    let mut depth = 0;
    let close = text.char_indices().find(|(_, c)| {
        depth += match c {
            '[' => 1,
            ']' => -1,
            _ => 0,
        };
        depth == 0
    })?;
    let target = text[close.0 + 1..].strip_prefix('(')?;
    let end = target.find([')', '\n'])?;
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
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}
