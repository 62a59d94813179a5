//! HTML tags and entities.

/// A tag at the start of a string.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// The name in lower case, prefixed with `/` for closing tags.
    pub(crate) name: String,
    /// The attributes between the name and the end.
    attributes: &'a str,
    /// The length of the tag.
    pub(crate) length: usize,
}

impl<'a> Tag<'a> {
    /// Reads the tag at the start of `text`.
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        let inside = text.strip_prefix('<')?;
        let end = inside.find('>')?;
        let inside = &inside[..end];
        let (slash, rest) = match inside.strip_prefix('/') {
            Some(rest) => ("/", rest),
            None => ("", inside),
        };
        let name = rest.find(|c: char| !c.is_ascii_alphanumeric());
        let (name, attributes) = rest.split_at(name.unwrap_or(rest.len()));
        name.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| Self {
            name: format!("{slash}{}", name.to_ascii_lowercase()),
            attributes,
            length: end + 2,
        })
    }

    /// Returns the target of a link.
    pub(crate) fn href(&self) -> Option<&'a str> {
        let (_, value) = self.attributes.split_once("href=")?;
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        match quote {
            Some(quote) => value[1..].split(quote).next(),
            None => value.split_whitespace().next(),
        }
    }
}

const ENTITIES: [(&str, &str); 8] = [
    ("&amp;", "&"),
    ("&apos;", "'"),
    ("&gt;", ">"),
    ("&hellip;", "…"),
    ("&lt;", "<"),
    ("&nbsp;", " "),
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
