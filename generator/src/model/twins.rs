//! Finds the received type that corresponds to a sent object: the one at the same path
//! of the resource.

use std::collections::BTreeMap;

use super::{Api, Received, SchemaPath, Shape, Step, TypeId};

/// Component → its objects.
pub(crate) struct Twins(BTreeMap<String, Vec<TypeId>>);

impl Twins {
    /// Finds the object of every component.
    pub(crate) fn of(api: &Api) -> Self {
        let mut twins: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
        for id in api.ids() {
            if let Shape::Object(object) = &api.get(id).shape
                && let Some(component) = &object.component
            {
                twins.entry(component.clone()).or_default().push(id);
            }
        }
        Self(twins)
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
        let objects = self.0.get(api.component(sent))?;
        let find = |steps: Vec<Step>| {
            objects.iter().rev().find_map(|id| object_at(api, *id, &steps))
        };
        find(steps).or_else(|| described.and_then(find))
    }
}

/// Returns the object at a path below another one, unless the path leads through an object into
/// itself.
///
/// The path is followed, instead of a list of all paths, whose number grows exponentially with
/// their length.
fn object_at(api: &Api, root: TypeId, steps: &[Step]) -> Option<TypeId> {
    let mut above = vec![root];
    let mut steps = steps.iter();
    while let Some(step) = steps.next() {
        let Shape::Object(object) = &api.get(*above.last()?).shape else { return None };
        let Step::Property(name) = step else { return None };
        let mut ty = &object.fields.iter().find(|field| field.wire == *name)?.ty;
        // Arrays that are sent correspond to lists that are received.
        while let Some((inner, of)) = ty.inside() {
            if *steps.next()? != inner {
                return None;
            }
            ty = of;
        }
        let Received::Named(id) = ty else { return None };
        if above.contains(id) || !matches!(api.get(*id).shape, Shape::Object(_)) {
            return None;
        }
        above.push(*id);
    }
    above.get(1..)?.last().copied()
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
