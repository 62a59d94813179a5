//! Emits the module of fixtures.

use quote::quote;

use super::docs::doc;
use super::emitter;
use super::imports::Imports;
use crate::dialect;
use crate::ident::FIXTURES;
use crate::ir::{Api, Events};
use crate::render::{Entry, Item, SourceFile};

/// Returns the module of fixtures, unless there are none. Their JSON is in files next to
/// it.
pub(super) fn emit(api: &Api) -> Option<SourceFile> {
    if api.fixtures.is_empty() {
        return None;
    }
    let mut imports = Imports::default();
    imports.runtime("testing");
    let entries = api.fixtures.iter().map(|fixtures| {
        let name = &api.get(fixtures.ty).name;
        let file = &fixtures.file;
        Entry::row(format!("crate::{}::{} => {file:?},", name.module, name.ident))
    });
    let table = Item::Table {
        name: "testing::fixtures!".to_owned(),
        entries: entries.collect(),
    };
    let event = api.events.as_ref().map(|events| event(api, events, &mut imports));
    Some(SourceFile {
        path: format!("{FIXTURES}/mod.rs"),
        emitter: emitter(module_path!()),
        docs: "Fixtures of API objects, for tests.".to_owned(),
        imports: imports.declarations(),
        items: std::iter::once(table).chain(event).collect(),
    })
}

/// ```ignore
/// impl Fixture<Event> {
///     /// Creates an event of this type with this object.
///     pub fn event<T>(kind: impl Into<EventType>, object: &Fixture<T>) -> Self {
///         Self::minimal().set("type", kind.into().as_str()).put("data.object", object)
///     }
/// }
/// ```
fn event(api: &Api, events: &Events, imports: &mut Imports) -> Item {
    let event = imports.name(&api.get(events.event).name, "");
    let kind = imports.name(&api.get(events.kind).name, "");
    let fixture = imports.item("crate::runtime::testing", "Fixture");
    let (at_type, at_object) = (dialect::EVENT_TYPE, dialect::EVENT_OBJECT_FIELD);
    let docs = doc(
        "Creates an event of this type with this object. Its `json` is the body of a webhook.",
    );
    let method = quote! {
        #docs
        pub fn event<T>(kind: impl Into<#kind>, object: &#fixture<T>) -> Self {
            Self::minimal().set(#at_type, kind.into().as_str()).put(#at_object, object)
        }
    };
    Item::Impl { header: quote!(impl #fixture<#event>), members: vec![method.into()] }
}
