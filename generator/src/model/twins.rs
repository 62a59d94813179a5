//! Finds the received type that corresponds to a sent object: the one at the same path
//! of the resource.

use std::collections::BTreeMap;

use super::{Api, Received, SchemaPath, Shape, Step, TypeId};

/// Component and steps → the received object.
pub(crate) struct Twins(BTreeMap<(String, Vec<Step>), TypeId>);

impl Twins {
    /// Finds the objects inside every component.
    pub(crate) fn of(api: &Api) -> Self {
        let mut twins = Self(BTreeMap::new());
        for id in api.ids() {
            if let Shape::Object(object) = &api.get(id).shape
                && let Some(component) = &object.component
            {
                twins.collect(api, component, id, &mut Vec::new(), &mut Vec::new());
            }
        }
        twins
    }

    /// Returns the received object at the path of a sent one. `thing_data` corresponds
    /// to `thing`.
    pub(crate) fn of_path(&self, api: &Api, sent: &SchemaPath) -> Option<TypeId> {
        let is_plain = |step: &&Step| !matches!(step, Step::Form(_));
        let steps: Vec<Step> = sent.steps.iter().take_while(is_plain).cloned().collect();
        let described = match steps.split_first() {
            Some((Step::Property(first), rest)) => {
                first.strip_suffix("_data").map(|thing| {
                    let first = Step::Property(thing.to_owned());
                    std::iter::once(first).chain(rest.iter().cloned()).collect()
                })
            }
            _ => None,
        };
        let component = api.component(sent);
        let get = |steps| self.0.get(&(component.to_owned(), steps)).copied();
        get(steps).or_else(|| described.and_then(get))
    }

    fn collect(
        &mut self,
        api: &Api,
        component: &str,
        id: TypeId,
        steps: &mut Vec<Step>,
        above: &mut Vec<TypeId>,
    ) {
        let Shape::Object(object) = &api.get(id).shape else { return };
        if above.contains(&id) {
            return;
        }
        above.push(id);
        if !steps.is_empty() {
            self.0.insert((component.to_owned(), steps.clone()), id);
        }
        for field in &object.fields {
            let depth = steps.len();
            steps.push(Step::Property(field.wire.clone()));
            let mut ty = &field.ty;
            // Arrays that are sent correspond to lists that are received.
            while let Some((step, of)) = ty.inside() {
                steps.push(step);
                ty = of;
            }
            if let Received::Named(id) = ty {
                self.collect(api, component, *id, steps, above);
            }
            steps.truncate(depth);
        }
        above.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{array, field, path, sent};

    #[test]
    fn a_sent_object_corresponds_to_the_one_at_its_path() {
        let mut api = Api::empty();
        let oar = api.object("boat:oars[]", []);
        let sail = api.object("boat:sail", [field("oars", array(oar))]);
        let boat = api.object(
            "boat",
            [field("oars", array(oar)), field("sail", Received::Named(sail))],
        );
        let create = api.operation("POST /v1/boats", Received::Named(boat));
        let twins = Twins::of(&api);
        let table = [
            ("oars[]", Some(oar)),
            ("sail", Some(sail)),
            ("sail.oars[]", Some(oar)),
            ("sail|2", Some(sail)),
            ("sail_data", Some(sail)),
            ("sail_data.oars[]", Some(oar)),
            ("oars", None),
            ("mast", None),
            ("sail.oars_data[]", None),
        ];
        for (steps, twin) in table {
            assert_eq!(twins.of_path(&api, &sent(create, steps)), twin, "{steps}");
        }
    }

    #[test]
    fn only_objects_of_the_resource_correspond() {
        let mut api = Api::empty();
        let sail = api.object("boat:sail", []);
        let boat = api.object(
            "boat",
            [
                field("sail", Received::Named(sail)),
                field("me", Received::Named(TypeId(1))),
            ],
        );
        let oar = api.object("oar", []);
        let create = api.operation("POST /v1/oars", Received::Named(oar));
        let twins = Twins::of(&api);
        assert_eq!(twins.of_path(&api, &sent(create, "sail")), None);
        assert_eq!(twins.of_path(&api, &path("boat:sail")), Some(sail));
        // A type inside itself has no further paths.
        assert_eq!(twins.of_path(&api, &path("boat:me.sail")), None);
        assert_eq!(boat, TypeId(1));
    }
}
