//! Finds the lines of JSON pointers in a file. Trees do not keep them; they are only
//! needed for a message, and then the file is read once more.

use std::collections::{BTreeMap, BTreeSet};

use saphyr_parser::{Event, Marker, Parser};
use toml::de::{DeTable, DeValue};

use super::{escape, unescape};

/// A line and a column, both counted from 1.
pub(crate) type Position = (usize, usize);

/// The location of a pointer in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// The line and the column of an element, or of the key of a member, both counted from 1.
    At(usize, usize),
    /// The document in the file has no such node.
    Absent,
}

/// Returns the locations of `pointers` in a JSON, YAML or TOML file. If the file cannot
/// be parsed, the result only has what comes before the error.
pub(crate) fn locations<'a>(
    file: &str,
    text: &str,
    pointers: BTreeSet<&'a str>,
) -> BTreeMap<&'a str, Location> {
    if file.ends_with(".toml") {
        in_toml(text, pointers)
    } else {
        in_yaml(text, pointers)
    }
}

/// Finds locations in YAML, of which JSON is a subset.
fn in_yaml<'a>(text: &str, pointers: BTreeSet<&'a str>) -> BTreeMap<&'a str, Location> {
    let events = Parser::new_from_str(text);
    let mut walk = Walk { events, pointers, found: BTreeMap::new(), failed: false };
    while let Some((event, at)) = walk.next() {
        if !matches!(event, Event::StreamStart | Event::DocumentStart(_)) {
            walk.value(&event, at, &mut String::new());
            break;
        }
    }
    if !walk.failed {
        let absent =
            walk.pointers.into_iter().map(|pointer| (pointer, Location::Absent));
        walk.found.extend(absent);
    }
    walk.found
}

/// Follows the events of a parser until nothing is left to find.
struct Walk<'a, E> {
    events: E,
    pointers: BTreeSet<&'a str>,
    found: BTreeMap<&'a str, Location>,
    /// `true` if the file cannot be parsed to its end.
    failed: bool,
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
        let Some(Ok((event, span))) = self.events.next() else {
            self.failed = true;
            return None;
        };
        Some((event, span.start))
    }

    /// Notes a position if somebody asks for it.
    fn note(&mut self, path: &str, at: Marker) {
        if let Some(pointer) = self.pointers.take(path) {
            self.found.insert(pointer, Location::At(at.line(), at.col() + 1));
        }
    }

    /// Records the position of everything inside the value that an alias stands for.
    fn alias(&mut self, path: &str, at: Marker) {
        let inside: Vec<_> = self
            .pointers
            .iter()
            .filter(|pointer| {
                pointer.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
            })
            .copied()
            .collect();
        inside.into_iter().for_each(|pointer| self.note(pointer, at));
    }

    /// Walks through the value that starts with `event`. Returns `None` if the file ends early.
    fn value(&mut self, event: &Event<'i>, at: Marker, path: &mut String) -> Option<()> {
        self.note(path, at);
        match event {
            Event::MappingStart(..) => self.members(path),
            Event::SequenceStart(..) => self.elements(path),
            Event::Alias(_) => {
                self.alias(path, at);
                Some(())
            }
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

/// Returns the position of the first duplicate key of a YAML mapping.
pub(crate) fn duplicate_key(text: &str) -> Option<Position> {
    /// The keys of a mapping that is open, and `true` if a key comes next. A sequence has none.
    type Open = Option<(BTreeSet<String>, bool)>;
    let mut open: Vec<Open> = Vec::new();
    for item in Parser::new_from_str(text) {
        let (event, span) = item.ok()?;
        let is_end = matches!(event, Event::MappingEnd | Event::SequenceEnd);
        if is_end {
            open.pop();
            continue;
        }
        if let Some(Some((keys, is_key))) = open.last_mut() {
            if let (true, Event::Scalar(key, ..)) = (*is_key, &event)
                && !keys.insert(key.to_string())
            {
                return Some((span.start.line(), span.start.col() + 1));
            }
            *is_key = !*is_key;
        }
        match event {
            Event::MappingStart(..) => open.push(Some((BTreeSet::new(), true))),
            Event::SequenceStart(..) => open.push(None),
            _ => {}
        }
    }
    None
}

fn in_toml<'a>(text: &str, pointers: BTreeSet<&'a str>) -> BTreeMap<&'a str, Location> {
    let Ok(root) = DeTable::parse(text) else { return BTreeMap::new() };
    let location = |pointer: &'a str| {
        let (line, column) = line_column(text.get(..offset(root.get_ref(), pointer)?)?);
        Some((pointer, Location::At(line, column)))
    };
    pointers.into_iter().filter_map(location).collect()
}

/// Returns the offset of the key or element that the pointer leads to.
fn offset(root: &DeTable<'_>, pointer: &str) -> Option<usize> {
    let mut table = Some(root);
    let mut array = None;
    let mut offset = 0;
    for step in pointer.split('/').skip(1) {
        let step = unescape(step);
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

/// The position after a string.
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
        let all = locations(file, text, pointers.iter().copied().collect());
        let position = |pointer| match all.get(pointer) {
            Some(Location::At(line, column)) => Some((*line, *column)),
            _ => None,
        };
        pointers.iter().copied().map(position).collect()
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
    fn a_pointer_through_an_alias_leads_to_the_alias() {
        let yaml = "a: &h {x: 1}\nb:\n  c: *h\n";
        assert_eq!(found("a.yaml", yaml, &["/b/c/x", "/b/d/x"]), [Some((3, 6)), None]);
    }

    #[test]
    fn the_second_of_two_equal_keys_is_found() {
        let yaml = "a: {b: 1, c: [a, a]}\nb: a\n? {a: 1}\n: [b: 1, b: 2]\na: 2\n";
        assert_eq!(duplicate_key(yaml), Some((5, 1)));
        assert_eq!(duplicate_key("a:\n  b: 1\n  'b': 2\n"), Some((3, 3)));
        assert_eq!(duplicate_key("a: 1\nb: [a: 1, a: 2]\n"), None);
    }

    #[test]
    fn positions_are_found_up_to_an_early_end() {
        assert_eq!(found("a.yaml", "a: 1\nb: [", &["/a", "/b/0"]), [Some((1, 1)), None]);
    }
}
