//! Finds the lines of JSON pointers in the text of a file. Trees do not keep them; they are only
//! needed for a message, and then the text is read once more.

use std::collections::{BTreeMap, BTreeSet};

use saphyr_parser::{Event, Marker, Parser};
use toml::de::{DeTable, DeValue};

use crate::document::escape;

/// A line and a column, both counted from 1.
pub(crate) type Position = (usize, usize);

/// Returns the positions of `pointers` in the text of a JSON, YAML or TOML file. A member is
/// where its key is. Pointers that the text does not have are left out.
pub(crate) fn positions<'a>(
    file: &str,
    text: &str,
    pointers: BTreeSet<&'a str>,
) -> BTreeMap<&'a str, Position> {
    if file.ends_with(".toml") {
        in_toml(text, &pointers)
    } else {
        in_yaml(text, pointers)
    }
}

/// JSON is YAML, too.
fn in_yaml<'a>(text: &str, pointers: BTreeSet<&'a str>) -> BTreeMap<&'a str, Position> {
    let mut walk =
        Walk { events: Parser::new_from_str(text), pointers, found: BTreeMap::new() };
    while let Some((event, at)) = walk.next() {
        if !matches!(event, Event::StreamStart | Event::DocumentStart(_)) {
            walk.value(&event, at, &mut String::new());
            break;
        }
    }
    walk.found
}

/// Follows the events of a parser until nothing is left to find.
struct Walk<'a, E> {
    events: E,
    pointers: BTreeSet<&'a str>,
    found: BTreeMap<&'a str, Position>,
}

impl<'i, E> Walk<'_, E>
where
    E: Iterator<
        Item = Result<(Event<'i>, saphyr_parser::Span), saphyr_parser::ScanError>,
    >,
{
    fn next(&mut self) -> Option<(Event<'i>, Marker)> {
        if self.pointers.is_empty() {
            return None;
        }
        let (event, span) = self.events.next()?.ok()?;
        Some((event, span.start))
    }

    /// Notes a position if somebody asks for it.
    fn note(&mut self, path: &str, at: Marker) {
        if let Some(pointer) = self.pointers.take(path) {
            self.found.insert(pointer, (at.line(), at.col() + 1));
        }
    }

    /// A value that starts with `event`, to its end. `None` if the text ends before.
    fn value(&mut self, event: &Event<'i>, at: Marker, path: &mut String) -> Option<()> {
        self.note(path, at);
        match event {
            Event::MappingStart(..) => self.members(path),
            Event::SequenceStart(..) => self.elements(path),
            _ => Some(()),
        }
    }

    fn members(&mut self, path: &mut String) -> Option<()> {
        loop {
            let length = path.len();
            match self.next()? {
                (Event::MappingEnd, _) => return Some(()),
                (Event::Scalar(key, ..), at) => {
                    path.push('/');
                    path.push_str(&escape(&key));
                    self.note(path, at);
                }
                // A key that is not a string has no pointer.
                (event, at) => self.value(&event, at, &mut String::from("?"))?,
            }
            let (event, at) = self.next()?;
            self.value(&event, at, path)?;
            path.truncate(length);
        }
    }

    fn elements(&mut self, path: &mut String) -> Option<()> {
        for index in 0.. {
            let length = path.len();
            let (event, at) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                break;
            }
            path.push_str(&format!("/{index}"));
            self.value(&event, at, path)?;
            path.truncate(length);
        }
        Some(())
    }
}

fn in_toml<'a>(text: &str, pointers: &BTreeSet<&'a str>) -> BTreeMap<&'a str, Position> {
    let Ok(root) = DeTable::parse(text) else { return BTreeMap::new() };
    let position = |pointer: &&'a str| {
        let offset = offset(root.get_ref(), pointer)?;
        Some((*pointer, line_column(text.get(..offset)?)))
    };
    pointers.iter().filter_map(position).collect()
}

/// The offset of the key or element that the pointer leads to.
fn offset(root: &DeTable<'_>, pointer: &str) -> Option<usize> {
    let mut table = Some(root);
    let mut array = None;
    let mut offset = 0;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let value = match (table, array) {
            (Some(members), _) => {
                let (key, value) =
                    members.iter().find(|(key, _)| key.get_ref().as_ref() == step)?;
                offset = key.span().start;
                value
            }
            (None, Some(elements)) => {
                let elements: &toml::de::DeArray<'_> = elements;
                let value = elements.get(step.parse::<usize>().ok()?)?;
                offset = value.span().start;
                value
            }
            (None, None) => return None,
        };
        (table, array) = match value.get_ref() {
            DeValue::Table(members) => (Some(members), None),
            DeValue::Array(elements) => (None, Some(elements)),
            _ => (None, None),
        };
    }
    Some(offset)
}

/// The position behind a text.
pub(crate) fn line_column(text: &str) -> Position {
    let line = text.matches('\n').count() + 1;
    let last = text.rsplit('\n').next().unwrap_or_default();
    (line, last.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(
        file: &str,
        text: &str,
        pointers: &[&'static str],
    ) -> Vec<Option<Position>> {
        let all = positions(file, text, pointers.iter().copied().collect());
        pointers.iter().map(|pointer| all.get(pointer).copied()).collect()
    }

    #[test]
    fn positions_are_those_of_keys_and_elements() {
        let yaml = "a: 1\nb:\n  c/d:\n  - x\n  - {e: 2, ~f: 3}\ng: &h [1]\ni: *h\n";
        let pointers =
            ["/a", "/b/c~1d", "/b/c~1d/1/e", "/b/c~1d/1/~0f", "/g/0", "/i", "/j", ""];
        let expected = [
            Some((1, 1)),
            Some((3, 3)),
            Some((5, 6)),
            Some((5, 12)),
            Some((6, 8)),
            Some((7, 1)),
            None,
            Some((1, 1)),
        ];
        assert_eq!(found("a.yaml", yaml, &pointers), expected);
        let json = "{\n  \"a\": [\n    {\"b\": 1}\n  ]\n}\n";
        assert_eq!(
            found("a.json", json, &["/a/0/b", "/a"]),
            [Some((3, 6)), Some((2, 3))]
        );
        let toml = "a = [1,\n  2]\n[b]\n\"c.d\" = 1\n[[e]]\nf = 1\n[[e]]\nf = 2\n";
        let pointers = ["/a/1", "/b/c.d", "/e/1/f", "/x"];
        let expected = [Some((2, 3)), Some((4, 1)), Some((8, 1)), None];
        assert_eq!(found("a.toml", toml, &pointers), expected);
    }

    #[test]
    fn a_text_that_ends_early_has_what_it_has() {
        assert_eq!(found("a.yaml", "a: 1\nb: [", &["/a", "/b/0"]), [Some((1, 1)), None]);
    }
}
