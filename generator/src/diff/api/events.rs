//! Compares the events and the objects that they carry.

use super::{Comparison, Place, Spot};
use crate::model::{Api, Events, Shape, TypeId};

impl Comparison<'_> {
    /// Compares the events in scope. The list of all event types is an enum like others.
    pub(super) fn events(&mut self) {
        let (old, new) = (self.old.api, self.new.api);
        let carried = |api: &Api| api.events.as_ref().map(|e| e.carried.clone());
        let before = carried(old).unwrap_or_default();
        let after = carried(new).unwrap_or_default();
        for (event, component) in &before {
            match after.get(event) {
                None => {
                    let change = self.event(component, event).change("event removed");
                    self.break_users(change);
                }
                Some(other) if other != component => {
                    let spot = self.event(other, event);
                    let mut change = spot.change("object of the event changed");
                    change.from = Some(component.clone());
                    change.to = Some(other.clone());
                    self.break_users(change);
                }
                Some(_) => {}
            }
        }
        for (event, component) in after.iter().filter(|(e, _)| !before.contains_key(*e))
        {
            let change = self.event(component, event).change("event added");
            self.add(change);
        }
        if let Some((old, new)) = old.events.as_ref().zip(new.events.as_ref()) {
            self.follow(Some(old.object), Some(new.object));
            self.follow(Some(old.event), Some(new.event));
            self.follow(Some(old.kind), Some(new.kind));
        }
    }

    /// Returns the spot of an event, in the newest version that has it.
    fn event(&self, component: &str, event: &str) -> Spot {
        let find = |api: &Api| api.events.as_ref().and_then(|e| pointer(api, e, event));
        let (old, new) = (find(self.old.api), find(self.new.api));
        let side = if new.is_some() { &self.new } else { &self.old };
        let kind: Option<TypeId> = side.api.events.as_ref().map(|events| events.kind);
        let rust = kind.map(|kind| side.items(kind, event).to_vec()).unwrap_or_default();
        let place = Place { path: event.to_owned(), old, new };
        Spot { owner: component.to_owned(), place, uses: 1, rust }
    }
}

/// Returns the JSON pointer of an event type.
fn pointer(api: &Api, events: &Events, event: &str) -> Option<String> {
    let Shape::Enum(values) = &api.get(events.kind).shape else { return None };
    let value = values.iter().find(|value| value.wire == event)?;
    Some(value.pointer.clone())
}
