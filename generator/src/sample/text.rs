//! The texts in samples.

use super::fill::Spot;
use crate::dialect;
use crate::ir::{Api, Operation, Text, Type};

/// The text of a field: of the form that the document asks for, or else the field's name.
pub(super) fn of(spot: Spot<'_>) -> String {
    let field = spot.field;
    let text = &field.text;
    if field.wire == dialect::ID {
        return cut(&id(spot.object.component.as_deref()), text);
    }
    let last = field.wire.rsplit('_').next();
    let mut words = [text.format.as_deref(), last].into_iter().flatten();
    let known = words
        .find_map(|word| dialect::SAMPLE_TEXTS.iter().find(|(known, _)| *known == word));
    cut(known.map_or(&field.wire, |(_, text)| text), text)
}

/// The beginning of a text, as long as it may be.
pub(super) fn cut(text: &str, facts: &Text) -> String {
    let longest = facts.longest.and_then(|longest| usize::try_from(longest).ok());
    text.chars().take(longest.unwrap_or(usize::MAX)).collect()
}

/// The id of an object.
pub(super) fn id(component: Option<&str>) -> String {
    format!("{}_123", component.unwrap_or(dialect::ID).replace('.', "_"))
}

/// The path of a list: what the document says that it looks like, or the operation that lists the
/// same, or else a word.
pub(super) fn url(api: &Api, spot: Spot<'_>, items: &Type) -> String {
    let id = id(spot.object.component.as_deref());
    let said = spot.field.text.pattern.as_deref().and_then(|p| plain(p, &id));
    let listed = || {
        let lists = |operation: &&Operation| {
            operation.segments().last() == Some(&spot.field.wire.as_str())
                && operation.response == Type::List(Box::new(items.clone()))
        };
        api.operations.iter().find(lists).map(|operation| path(operation, &id))
    };
    said.or_else(listed).unwrap_or_else(|| format!("/{}", spot.field.wire))
}

/// A regular expression in which only single segments are open, as a text.
fn plain(pattern: &str, id: &str) -> Option<String> {
    let text = pattern.trim_start_matches('^').trim_end_matches('$');
    let text = text.replace("[^/]+", id);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/_-".contains(c);
    text.chars().all(is_plain).then_some(text)
}

/// The path of an operation on an object.
fn path(operation: &Operation, id: &str) -> String {
    let segments = operation.path.split('/');
    let filled = segments.map(|s| if s.starts_with('{') { id } else { s });
    filled.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_paths_are_made_plain() {
        let table = [
            ("^/v1/boats", Some("/v1/boats")),
            ("^/v1/boats/[^/]+/oars$", Some("/v1/boats/x_1/oars")),
            ("^/v1/(boats|ships)", None),
            ("/v1/.*", None),
        ];
        for (pattern, text) in table {
            assert_eq!(plain(pattern, "x_1").as_deref(), text, "{pattern}");
        }
    }

    #[test]
    fn texts_are_cut_between_characters() {
        let facts = Text { longest: Some(2), ..Text::default() };
        assert_eq!(cut("éüä", &facts), "éü");
        assert_eq!(cut("éüä", &Text::default()), "éüä");
    }
}
