//! Events: the enum of their types, the union of their objects, and their envelope.

use super::{Lowerer, enum_values, type_docs};
use crate::diagnostic::Result;
use crate::model::{Api, Events, Received, SchemaPath, Shape, TypeDocs, TypeId};
use crate::openapi::dialect;

impl Lowerer<'_> {
    /// Adds the union of event objects and the enum of event types, if events are in
    /// scope.
    pub(super) fn events(&mut self) -> Result<Option<Events>> {
        let Some(events) = &self.scope.events else { return Ok(None) };
        let Some(Received::Named(event)) = self.known.get(&events.component).cloned()
        else {
            return Ok(None);
        };
        let mut components: Vec<String> = events.types.values().cloned().collect();
        components.sort();
        components.dedup();
        let path = SchemaPath::component(&events.component);
        let pointer = self.components.get(&events.component)?.node.pointer();
        let variants =
            components.iter().map(|c| self.variant(c)).collect::<Result<Vec<_>>>()?;
        self.check_tags(pointer, &variants)?;
        let object = self.add(
            path.property(dialect::EVENT_OBJECT),
            pointer,
            TypeDocs::default(),
            Shape::Union(variants),
        );
        let kind = self.event_types(&events.component)?;
        Ok(Some(Events { event, object, kind, carried: events.types.clone() }))
    }

    /// Adds the enum of event types: those that the document lists, and those of the
    /// scope.
    fn event_types(&mut self, component: &str) -> Result<TypeId> {
        let path = SchemaPath::component(component).property(dialect::EVENT_TYPE);
        let carried = self.scope.events.iter().flat_map(|events| events.types.keys());
        let mut names: Vec<String> = carried.cloned().collect();
        let event = self.components.get(component)?;
        let kind = event.properties().iter().find(|p| p.name == dialect::EVENT_TYPE);
        let schema = kind.map_or(event, |kind| &kind.schema);
        if let Some(listed) = schema.node.get(dialect::EVENT_TYPES) {
            for name in listed.elements()? {
                names.push(name.text()?.to_owned());
            }
        }
        names.sort();
        names.dedup();
        let docs = kind.map(|kind| type_docs(&path, &kind.schema)).unwrap_or_default();
        let shape = Shape::Enum(enum_values(schema, &names));
        Ok(self.add(path, schema.node.pointer(), docs, shape))
    }
}

/// Gives the event its types, and makes its envelope lenient: nothing optional in it may
/// cost the event.
pub(super) fn adapt(api: &mut Api) {
    let Some(events) = api.events.clone() else { return };
    if let Shape::Object(object) = &mut api.types[events.event.0].shape {
        let kinds = object.fields.iter_mut().filter(|f| f.wire == dialect::EVENT_TYPE);
        kinds.for_each(|field| field.ty = Received::Named(events.kind));
    }
    let mut pending = vec![events.event];
    while let Some(id) = pending.pop() {
        let Shape::Object(object) = &mut api.types[id.0].shape else { continue };
        if object.lenient {
            continue;
        }
        object.lenient = true;
        pending.extend(object.fields.iter().filter_map(|field| match field.ty {
            Received::Named(id) => Some(id),
            _ => None,
        }));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use crate::diagnostic::Result;
    use crate::input::scope::{Events, Scope};
    use crate::model::Api;
    use crate::testing::{self, answer, document, object, refer, tagged};

    /// Lowers events of this type, which carry this component.
    fn lowered(kind: &str, component: &str) -> Result<Api> {
        let text = json!({"type": "string", "x-eventTypes": ["oar.lost", "boat.sunk"]});
        let data = object(&json!({"object": {"type": "object"}}));
        let schemas = json!({
            "signal": tagged("signal", &json!({"type": text, "data": data})),
            "boat": tagged("boat", &json!({})),
            "note": object(&json!({"n": {"type": "number"}})),
        });
        let paths = json!({"/v1/signals": {"get": answer(&refer("signal"))}});
        let types = BTreeMap::from([(kind.to_owned(), component.to_owned())]);
        let events = Some(Events { component: "signal".to_owned(), list: None, types });
        testing::lower(
            &document(&paths, &schemas),
            &Scope { events, ..Scope::default() },
        )
    }

    #[test]
    fn events_have_a_union_and_the_types_of_document_and_scope() {
        let expected = [
            "events signal (object signal:object, type signal:type)",
            "object signal (lenient, tag signal)",
            "field signal:data (signal:data, required)",
            "field signal:type (signal:type, required)",
            "object signal:data (lenient)",
            "field signal:data.object (Raw, required)",
            "union signal:object",
            "variant signal:object = boat (boat)",
            "enum signal:type",
            "value signal:type = boat.built",
            "value signal:type = boat.sunk",
            "value signal:type = oar.lost",
        ];
        assert_eq!(
            lowered("boat.built", "boat").unwrap().lines("signal")[1..],
            expected
        );
    }

    #[test]
    fn objects_of_events_have_a_discriminator() {
        let found = testing::faults(lowered("note.written", "note"));
        assert_eq!(found, ["union member `note` has no `object` property"]);
    }
}
