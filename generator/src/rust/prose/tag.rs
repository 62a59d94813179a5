//! HTML tags and entities.

/// The treatment of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// A paragraph of its own.
    Block,
    /// A paragraph in bold type: a section would be one of the page of the item.
    Heading,
    /// A list, whose items have numbers or bullets.
    List {
        /// `true` for numbers.
        numbered: bool,
    },
    /// An item of a list.
    Item,
    /// A row of a table: a paragraph.
    Row,
    /// A cell of a table: text, separated from that of the cell before it.
    Cell,
    /// Text between marks of Markdown.
    Marked(&'static str),
    /// A code span.
    Code,
    /// A block of plain text.
    Preformatted,
    /// A link, if it has a target.
    Link,
    /// The alternative text of an image.
    Image,
    /// Text, without the tags.
    Text,
}

/// The names of all elements that have an equivalent in Markdown, or need none. A tag of
/// any other name is shown as text, since `<amount>` is a placeholder.
const ELEMENTS: &[(Element, &str)] = &[
    (
        Element::Block,
        "address article aside blockquote br caption center dd details div dl dt \
         figcaption figure footer header hr main nav p section summary table tbody tfoot thead",
    ),
    (Element::Heading, "h1 h2 h3 h4 h5 h6"),
    (Element::List { numbered: false }, "menu ul"),
    (Element::List { numbered: true }, "ol"),
    (Element::Item, "li"),
    (Element::Row, "tr"),
    (Element::Cell, "td th"),
    (Element::Marked("**"), "b strong"),
    (Element::Marked("*"), "em i"),
    (Element::Marked("~~"), "del s strike"),
    (Element::Code, "code kbd samp tt var"),
    (Element::Preformatted, "listing pre xmp"),
    (Element::Link, "a"),
    (Element::Image, "img"),
    (
        Element::Text,
        "abbr acronym bdi bdo big cite dfn font ins label mark q small span sub sup time u wbr",
    ),
];

/// Elements whose tags are not placeholders even if nothing ends them: the end is optional,
/// or the name is not a word that a description would use.
const UNENDED: &str =
    "a b br code dd div dt em hr i img li ol p pre span strong td th tr ul wbr";

/// A tag at the start of a string.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// The element.
    pub(super) element: Element,
    /// The name of the element, as written.
    pub(super) name: &'a str,
    /// `true` if the tag ends the element.
    pub(super) closes: bool,
    /// The attributes between the name and the end.
    attributes: &'a str,
    /// The length of the tag.
    pub(crate) length: usize,
}

impl<'a> Tag<'a> {
    /// Reads the tag at the start of `text`. Returns `None` for what may be text: another
    /// name, words that are not attributes, or an element such as `<time>` that nothing ends.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let inside = text.strip_prefix('<')?;
        let closes = inside.starts_with('/');
        let named = &inside[usize::from(closes)..];
        let name = named.find(|c: char| !c.is_ascii_alphanumeric());
        let name = &named[..name.unwrap_or(named.len())];
        let is_name = |known: &str| name.eq_ignore_ascii_case(known);
        let (element, _) =
            ELEMENTS.iter().find(|(_, names)| names.split(' ').any(is_name))?;
        let attributes = &named[name.len()..];
        let attributes = &attributes[..end(attributes)?];
        let is_separate =
            attributes.is_empty() || attributes.starts_with([' ', '\n', '/']);
        let words = attributes.trim().trim_end_matches('/');
        let tag = Self {
            element: *element,
            name,
            closes,
            attributes,
            length: 1 + usize::from(closes) + name.len() + attributes.len() + 1,
        };
        let ends = || {
            let after = &text[tag.length..];
            UNENDED.split(' ').any(is_name) || tag.contents(after).is_some()
        };
        let is_tag = is_separate
            && (words.is_empty() || words.contains('='))
            && (closes || !attributes.trim().is_empty() || ends());
        is_tag.then_some(tag)
    }

    /// Returns the value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let start = format!("{name}=");
        let found = self.attributes.to_ascii_lowercase().find(&start)?;
        let value = &self.attributes[found + start.len()..];
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        match quote {
            Some(quote) => value[1..].split(quote).next(),
            None => value.split_whitespace().next(),
        }
    }

    /// Splits the text after the tag into the contents of the element and the rest.
    /// Returns `None` if the element does not end.
    pub(super) fn contents<'t>(&self, after: &'t str) -> Option<(&'t str, &'t str)> {
        let is_end = |at: usize| {
            let rest = &after[at + 2..];
            let name = rest.get(..self.name.len());
            name.is_some_and(|name| name.eq_ignore_ascii_case(self.name))
                && rest[self.name.len()..].starts_with('>')
        };
        let mut ends = near(after, CONTENTS).match_indices("</");
        let (found, _) = ends.find(|(at, _)| is_end(*at))?;
        Some((&after[..found], &after[found + self.name.len() + 3..]))
    }
}

/// The maximum length of the contents of an element. Without it, a text of `<code>` would be read again
/// for each of them.
const CONTENTS: usize = 20_000;

/// Returns the beginning of a text, of about `length` bytes.
pub(super) fn near(text: &str, length: usize) -> &str {
    let length =
        (0..=length.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..length.unwrap_or_default()]
}

/// The maximum length of a tag. Without it, a text of `<` would be read again for each of them.
const LENGTH: usize = 2_000;

/// Returns the position of the `>` that ends a tag: the first one outside of the values of
/// attributes.
fn end(inside: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in inside.char_indices().take_while(|(at, _)| *at < LENGTH) {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '>' => return Some(at),
            None if before == '=' && matches!(c, '"' | '\'') => quote = Some(c),
            None => {}
        }
        before = c;
    }
    None
}

const ENTITIES: [(&str, &str); 12] = [
    ("&amp;", "&"),
    ("&apos;", "'"),
    ("&gt;", ">"),
    ("&hellip;", "…"),
    ("&ldquo;", "“"),
    ("&lt;", "<"),
    ("&mdash;", "—"),
    ("&nbsp;", " "),
    ("&ndash;", "–"),
    ("&rdquo;", "”"),
    ("&#39;", "'"),
    ("&quot;", "\""),
];

/// Returns the length and the value of the entity at the start of `text`. Markdown
/// handles all other entities.
pub(crate) fn entity(text: &str) -> Option<(usize, &'static str)> {
    ENTITIES
        .iter()
        .find(|(entity, _)| text.starts_with(entity))
        .map(|(entity, value)| (entity.len(), *value))
}

/// Removes tags and entities from a string.
pub(crate) fn plain(mut text: &str) -> String {
    let mut out = String::new();
    while let Some(first) = text.chars().next() {
        let length = if let Some(tag) = Tag::read(text) {
            if tag.element == Element::Block && !out.ends_with('\n') {
                out.push('\n');
            }
            tag.length
        } else if let Some((length, value)) = entity(text) {
            out.push_str(value);
            length
        } else {
            out.push(first);
            first.len_utf8()
        };
        text = &text[length..];
    }
    out
}
