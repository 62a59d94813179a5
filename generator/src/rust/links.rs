//! Converts the descriptions of types to Markdown, and links what they mention: members of
//! the same object, members of objects inside it, their values, and events.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Api, EnumValue, Field, Param, Shape, Type, TypeDef, TypeId};
use crate::rust::prose;

/// Converts the descriptions of all types, members and values.
pub(crate) fn run(api: &mut Api) {
    let events = Events::new(api);
    for id in api.ids() {
        let linker = Linker { api, events: &events, id };
        let def = api.get(id);
        let type_docs = linker.link(def.docs.text(), None);
        let members = linker.members(def);
        let def = &mut api.types[id.0];
        def.docs.own = type_docs;
        set_members(def, members);
    }
}

fn set_members(def: &mut TypeDef, mut docs: Vec<String>) {
    let mut docs = docs.drain(..);
    let mut set = |text: &mut String| *text = docs.next().unwrap_or_default();
    match &mut def.shape {
        Shape::Object(object) => object.fields.iter_mut().for_each(|f| set(&mut f.docs)),
        Shape::Params(params) => params.fields.iter_mut().for_each(|p| set(&mut p.docs)),
        Shape::Enum(values) => values.values.iter_mut().for_each(|v| set(&mut v.docs)),
        Shape::Union(_) | Shape::Reference(_) => {}
    }
}

/// The paths of the event types, by their names.
struct Events(BTreeMap<String, String>);

impl Events {
    fn new(api: &Api) -> Self {
        let kind = api.events.as_ref().map(|events| api.get(events.kind));
        let values = kind.into_iter().flat_map(|kind| match &kind.shape {
            Shape::Enum(set) => set.values.iter().map(|v| (kind, v)).collect(),
            _ => Vec::new(),
        });
        Self(
            values
                // A name without a dot would be a common word.
                .filter(|(_, value)| value.wire.contains('.'))
                .map(|(kind, value)| (value.wire.clone(), path(kind, &value.ident)))
                .collect(),
        )
    }
}

/// Links the descriptions of one type.
struct Linker<'a> {
    api: &'a Api,
    events: &'a Events,
    id: TypeId,
}

impl Linker<'_> {
    /// Returns the linked descriptions of the members, in their order.
    fn members(&self, def: &TypeDef) -> Vec<String> {
        match &def.shape {
            Shape::Object(object) => {
                let link = |f: &Field| self.link(&f.docs, Some((&f.ident, Some(&f.ty))));
                object.fields.iter().map(link).collect()
            }
            Shape::Params(params) => {
                let link = |p: &Param| self.link(&p.docs, Some((&p.ident, Some(&p.ty))));
                params.fields.iter().map(link).collect()
            }
            Shape::Enum(set) => {
                let link = |v: &EnumValue| self.link(&v.docs, Some((&v.ident, None)));
                set.values.iter().map(link).collect()
            }
            Shape::Union(_) | Shape::Reference(_) => Vec::new(),
        }
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
        let event = self.events.0.get(name).cloned();
        event.or_else(|| self.member_target(name, own)).or_else(|| {
            let set = self.api.get(object_in(own?.1?)?);
            let value =
                matches!(set.shape, Shape::Enum(_)).then(|| member(set, name))?;
            Some(path(set, value?.0))
        })
    }

    /// Returns the path of `mode`, `subscription_data.trial_end` or `ui_mode: elements`.
    fn member_target(&self, name: &str, own: Option<Member<'_>>) -> Option<String> {
        let own = own.map(|(ident, _)| ident);
        let (keys, value) = match name.split_once(": ") {
            Some((keys, value)) => (keys, Some(value)),
            None => (name, None),
        };
        let mut at = self.id;
        let mut keys = keys.split('.').peekable();
        while let Some(key) = keys.next() {
            let (ident, ty) = member(self.api.get(at), key)?;
            match (keys.peek(), value) {
                (Some(_), _) => at = ty.and_then(object_in)?,
                (None, None) if at == self.id && own == Some(ident) => return None,
                (None, None) if at == self.id => return Some(format!("Self::{ident}")),
                (None, None) => return Some(path(self.api.get(at), ident)),
                (None, Some(value)) => {
                    let set = self.api.get(ty.and_then(object_in)?);
                    return Some(path(set, member(set, value)?.0));
                }
            }
        }
        None
    }
}

/// The name of a member or value, and the type of the member.
type Member<'a> = (&'a str, Option<&'a Type>);

fn member<'a>(def: &'a TypeDef, wire: &str) -> Option<Member<'a>> {
    match &def.shape {
        Shape::Object(object) => {
            let field = object.fields.iter().find(|field| field.wire == wire)?;
            Some((&field.ident, Some(&field.ty)))
        }
        Shape::Params(params) => {
            let param = params.fields.iter().find(|param| param.wire == wire)?;
            Some((&param.ident, Some(&param.ty)))
        }
        Shape::Enum(set) => {
            let value = set.values.iter().find(|value| value.wire == wire)?;
            Some((&value.ident, None))
        }
        Shape::Union(_) | Shape::Reference(_) => None,
    }
}

/// Returns the object or enum of a member, of its items, or of its values.
fn object_in(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Named(id) => Some(*id),
        Type::Array(of) | Type::List(of) | Type::Map(of) => object_in(of),
        _ => None,
    }
}

fn path(def: &TypeDef, member: &str) -> String {
    format!("crate::{}::{}::{member}", def.name.module, def.name.ident)
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
}
