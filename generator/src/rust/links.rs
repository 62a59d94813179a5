//! Converts the descriptions of types to Markdown, and links what they mention: members of
//! the same object, members of objects inside it, their values, and events.

use std::collections::BTreeMap;
use std::ops::Range;

use super::ident::Ident;
use super::members::Members;
use super::names::Names;
use super::prose;
use crate::model::{Api, Received, Sent, Shape, TypeId};

/// The documentation of a type and its members, in Markdown.
#[derive(Debug)]
pub(super) struct Docs {
    /// The documentation of the type.
    pub(super) own: String,
    /// The documentation of its members, in their order.
    pub(super) members: Vec<String>,
}

/// Converts the descriptions of all types, members and values.
pub(super) fn write(api: &Api, names: &Names, members: &[Members]) -> Vec<Docs> {
    let index = Index { api, names, members };
    let events = index.events();
    let docs = |id: TypeId| {
        let linker = Linker { index: &index, events: &events, id };
        Docs {
            own: linker.link(api.get(id).docs.text(), None),
            members: linker.members(),
        }
    };
    api.ids().map(docs).collect()
}

/// The members of types, by the words that descriptions use for them.
struct Index<'a> {
    api: &'a Api,
    names: &'a Names,
    members: &'a [Members],
}

/// A member or value: its name, and the object or enum that it contains.
#[derive(Clone, Copy)]
struct Member<'a> {
    ident: &'a Ident,
    part: Option<TypeId>,
}

impl<'a> Index<'a> {
    /// Returns the paths of the event types, by their names. A name without a dot would be
    /// a common word.
    fn events(&self) -> BTreeMap<&'a str, String> {
        let Some(events) = &self.api.events else { return BTreeMap::new() };
        let values = match &self.api.get(events.kind).shape {
            Shape::Enum(values) => values.as_slice(),
            _ => &[],
        };
        let idents = &self.members[events.kind.0].names;
        values
            .iter()
            .zip(idents)
            .filter(|(value, _)| value.wire.contains('.'))
            .map(|(value, ident)| (value.wire.as_str(), self.path(events.kind, ident)))
            .collect()
    }

    /// Returns the member or value with this name on the wire.
    fn member(&self, id: TypeId, wire: &str) -> Option<Member<'a>> {
        let all = self.all(id).into_iter();
        all.zip(&self.members[id.0].names)
            .find(|((name, _, _), _)| *name == wire)
            .map(|((_, _, part), ident)| Member { ident, part })
    }

    /// Returns the members: their names on the wire, their descriptions, and the objects
    /// or enums that they contain.
    fn all(&self, id: TypeId) -> Vec<(&'a str, &'a str, Option<TypeId>)> {
        match &self.api.get(id).shape {
            Shape::Object(object) => {
                let fields = object.fields.iter();
                fields.map(|f| (f.wire.as_str(), f.docs.as_str(), part(&f.ty))).collect()
            }
            Shape::Params(params) => {
                let only =
                    |ty: &Sent, further: &[Sent]| ty.id().filter(|_| further.is_empty());
                let params = params.iter();
                params
                    .map(|p| (p.wire.as_str(), p.docs.as_str(), only(&p.ty, &p.further)))
                    .collect()
            }
            Shape::Enum(values) => {
                values.iter().map(|v| (v.wire.as_str(), v.docs.as_str(), None)).collect()
            }
            Shape::Union(_) | Shape::Reference(_) => Vec::new(),
        }
    }

    /// Returns the value of an enum.
    fn value(&self, id: TypeId, wire: &str) -> Option<String> {
        match self.api.get(id).shape {
            Shape::Enum(_) => Some(self.path(id, self.member(id, wire)?.ident)),
            _ => None,
        }
    }

    fn path(&self, id: TypeId, member: &Ident) -> String {
        let name = self.names.of(id);
        format!("crate::{}::{}::{member}", name.module, name.ident)
    }
}

/// Returns the object or enum of a value, of its items, or of its values.
fn part(ty: &Received) -> Option<TypeId> {
    match ty.innermost() {
        Received::Named(id) => Some(*id),
        _ => None,
    }
}

/// Links the descriptions of one type.
struct Linker<'a> {
    index: &'a Index<'a>,
    events: &'a BTreeMap<&'a str, String>,
    id: TypeId,
}

impl Linker<'_> {
    /// Returns the linked descriptions of the members, in their order.
    fn members(&self) -> Vec<String> {
        let all = self.index.all(self.id).into_iter();
        all.zip(&self.index.members[self.id.0].names)
            .map(|((_, docs, part), ident)| {
                self.link(docs, Some(Member { ident, part }))
            })
            .collect()
    }

    /// Converts and links a description, except where it mentions its own member.
    fn link(&self, text: &str, own: Option<Member<'_>>) -> String {
        let text = prose::markdown(text);
        let mut linked = String::new();
        let mut targets: BTreeMap<&str, String> = BTreeMap::new();
        let mut end = 0;
        for span in spans(&text) {
            let name = &text[span.start + 1..span.end - 1];
            let Some(target) = self.target(name, own) else { continue };
            linked.push_str(&text[end..span.start]);
            linked.push_str(&format!("[`{name}`]"));
            end = span.end;
            targets.insert(name, target);
        }
        linked.push_str(&text[end..]);
        if !targets.is_empty() {
            linked.truncate(linked.trim_end().len());
            linked.push('\n');
        }
        for (name, target) in targets {
            linked.push_str(&format!("\n[`{name}`]: {target}"));
        }
        linked
    }

    /// Returns the path of what a name stands for: an event, a member, or a value of the
    /// described member.
    fn target(&self, name: &str, own: Option<Member<'_>>) -> Option<String> {
        let event = self.events.get(name).cloned();
        event
            .or_else(|| self.member_target(name, own))
            .or_else(|| self.index.value(own?.part?, name))
    }

    /// Returns the path of `mode`, `subscription_data.trial_end` or `ui_mode: elements`.
    fn member_target(&self, name: &str, own: Option<Member<'_>>) -> Option<String> {
        let own = own.map(|member| member.ident);
        let (keys, value) = match name.split_once(": ") {
            Some((keys, value)) => (keys, Some(value)),
            None => (name, None),
        };
        let mut at = self.id;
        let mut keys = keys.split('.').peekable();
        while let Some(key) = keys.next() {
            let Member { ident, part } = self.index.member(at, key)?;
            match (keys.peek(), value) {
                (Some(_), _) => at = part?,
                (None, None) if at == self.id && own == Some(ident) => return None,
                (None, None) if at == self.id => return Some(format!("Self::{ident}")),
                (None, None) => return Some(self.index.path(at, ident)),
                (None, Some(value)) => {
                    let set = part?;
                    let value = self.index.member(set, value)?;
                    return Some(self.index.path(set, value.ident));
                }
            }
        }
        None
    }
}

/// Returns the code spans that can become links, outside code blocks.
fn spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut is_code = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            spans.extend(in_line(line).map(|span| start + span.start..start + span.end));
        }
        start += line.len();
    }
    spans
}

fn in_line(line: &str) -> impl Iterator<Item = Range<usize>> {
    let ticks: Vec<usize> = line.match_indices('`').map(|(index, _)| index).collect();
    let pairs = ticks.chunks_exact(2).map(|pair| pair[0]..pair[1] + 1);
    let can_be_linked = |span: &Range<usize>| {
        let (before, after) = (&line[..span.start], &line[span.end..]);
        let inside = &line[span.start + 1..span.end - 1];
        // Part of a link already, or of what would be read as one.
        !before.ends_with('[')
            && !after.starts_with(['(', '[', ']', ':'])
            && !inside.is_empty()
            && inside.chars().all(|c| c.is_ascii_alphanumeric() || "_.: ".contains(c))
    };
    pairs.filter(can_be_linked).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::spans;

    #[test]
    fn only_plain_code_spans_become_links() {
        let text = "`a` and [`b`](x), `c: d`: `e.f`,\n```\n`g`\n```\n`h(`, `i`(j), `k";
        let found: Vec<&str> = spans(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["`a`", "`e.f`"]);
    }

    use super::*;
    use crate::model::Events;
    use crate::rust::lock::Lock;
    use crate::rust::members;
    use crate::testing::{field, path};

    /// Returns the documentation of `boat`, whose text is about its colour and its sail.
    fn boat(text: &str, of_colour: &str) -> Docs {
        let mut api = Api::empty();
        let colour = api.choice(path("boat:colour"), &["red"]);
        let sail = api.object("boat:sail", [field("colour", Received::Named(colour))]);
        let member = |wire, id, docs: &str| model_field(wire, id, docs);
        let boat = api.object(
            "boat",
            [member("colour", colour, of_colour), member("sail", sail, "")],
        );
        api.types[boat.0].docs.own = text.to_owned();
        let event = api.object("signal", []);
        let kind = api.choice(path("event:type"), &["boat.sunk", "ping"]);
        api.events =
            Some(Events { event, object: event, kind, carried: BTreeMap::new() });
        let names = ["b::Colour", "b::Sail", "b::Boat", "e::Event", "e::Type"];
        let names = Names::given(&names, &[]);
        let members = members::assign(&api, &names, &Lock::default()).unwrap();
        write(&api, &names, &members).remove(boat.0)
    }

    fn model_field(wire: &str, id: TypeId, docs: &str) -> crate::model::Field {
        crate::model::Field { docs: docs.to_owned(), ..field(wire, Received::Named(id)) }
    }

    #[test]
    fn descriptions_link_what_they_mention() {
        let table = [
            ("`colour`", Some("Self::colour")),
            ("`colour: red`", Some("crate::b::Colour::Red")),
            ("`sail.colour`", Some("crate::b::Sail::colour")),
            ("`sail.colour: red`", Some("crate::b::Colour::Red")),
            ("`boat.sunk`", Some("crate::e::Type::BoatSunk")),
            // Common words, values of an unknown member, and what does not exist.
            ("`ping`", None),
            ("`red`", None),
            ("`mast`", None),
        ];
        for (text, target) in table {
            let expected = match target {
                Some(target) => format!("[{text}]\n\n[{text}]: {target}"),
                None => text.to_owned(),
            };
            assert_eq!(boat(text, "").own, expected);
        }
    }

    #[test]
    fn a_member_links_its_values_but_not_itself() {
        let docs = boat("", "The `colour`, such as `red`.");
        let expected =
            "The `colour`, such as [`red`].\n\n[`red`]: crate::b::Colour::Red";
        assert_eq!(docs.members[0], expected);
    }
}
