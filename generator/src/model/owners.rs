//! Finds the resource that each component belongs to.
//!
//! Most components are part of one resource, and belong to it. Of several resources, the owner is
//! the one whose name begins the name of the component, or else the one that all others contain.
//! What remains belongs to all of them. A row of the scope takes precedence over these rules.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::words::singular;
use super::{Api, Received, Shape, TypeId};
use crate::input::scope::OwnerRow;
use crate::openapi::dialect;

/// The owners of all components.
#[derive(Debug, Default)]
pub(crate) struct Owners(BTreeMap<String, Owner>);

/// The place of a component in the API.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Owner {
    /// The resource that the component belongs to, or `None` if it belongs to several alike.
    pub(crate) resource: Option<String>,
    /// The resource, or the part of it that contains the component.
    pub(crate) around: String,
    /// The properties that lead from there to the component, in the singular if they are lists,
    /// with the discriminators of the members of unions; or the component's own words if several
    /// properties of different names lead to it.
    pub(crate) words: Vec<String>,
    /// The rule that says so.
    pub(crate) rule: Rule,
    /// `true` if the component is a resource itself.
    pub(crate) is_resource: bool,
}

/// The rules that find an owner, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// A row of the scope names it.
    Row(usize),
    /// No other resource has the component as its part.
    Only,
    /// Its name begins the name of the component.
    Name,
    /// All others contain it.
    Lowest,
    /// There is none.
    #[default]
    None,
}

impl Owners {
    /// Finds the owners of all components.
    pub(crate) fn of(api: &Api, rows: &[OwnerRow]) -> Self {
        let parts = Parts::of(api);
        let reached = parts.reached();
        let rows = rows.iter().filter_map(|row| Some((row.regex().ok()?, row)));
        let rows: Vec<_> = rows.collect();
        let mut owners = BTreeMap::new();
        for (index, component) in parts.names.iter().enumerate() {
            let by = &reached[index];
            let row = rows.iter().position(|(pattern, row)| {
                let is_part = by.keys().any(|owner| parts.names[*owner] == row.resource);
                is_part && pattern.is_match(component)
            });
            let (resource, rule) = match row {
                Some(row) => {
                    let named =
                        |owner: &&usize| parts.names[**owner] == rows[row].1.resource;
                    (by.keys().find(named).copied(), Rule::Row(row))
                }
                None => parts.owner(component, by),
            };
            let place = resource.map(|resource| &by[&resource]);
            let owner = Owner {
                resource: resource.map(|resource| parts.names[resource].to_owned()),
                around: place.map_or("", |place| parts.names[place.around]).to_owned(),
                words: place.map(|place| place.words.clone()).unwrap_or_default(),
                rule,
                is_resource: parts.is_resource[index],
            };
            owners.insert((*component).to_owned(), owner);
        }
        Self(owners)
    }

    /// Returns the owner of a component.
    pub(crate) fn get(&self, component: &str) -> Option<&Owner> {
        self.0.get(component)
    }
}

/// The components, with those that each consists of.
struct Parts<'a> {
    names: Vec<&'a str>,
    is_resource: Vec<bool>,
    /// The properties that lead to each part, and the part.
    parts: Vec<Vec<(Vec<String>, usize)>>,
}

/// The place of a component in a resource.
#[derive(Debug)]
struct Place {
    /// The component that contains it.
    around: usize,
    /// The words that lead to it from there.
    words: Vec<String>,
    /// The number of words that lead to it from the resource.
    depth: usize,
}

/// The step from one component to another that a resource contains.
#[derive(Debug)]
struct Way {
    /// The component that the step is from, on the shortest way from the resource.
    from: usize,
    /// The properties of the step.
    steps: Vec<String>,
    /// The last properties of all steps to the component, from wherever in the resource.
    lasts: BTreeSet<String>,
}

impl<'a> Parts<'a> {
    fn of(api: &'a Api) -> Self {
        let mut components: BTreeMap<TypeId, usize> = BTreeMap::new();
        let mut names = Vec::new();
        let mut ids = Vec::new();
        for id in api.ids() {
            if let Some(name) = api.get(id).component() {
                components.insert(id, names.len());
                names.push(name);
                ids.push(id);
            }
        }
        let answers: BTreeSet<TypeId> =
            api.operations.iter().filter_map(|o| o.response.id()).collect();
        let is_resource = |id: &TypeId| match &api.get(*id).shape {
            Shape::Object(object) if object.is_deleted => false,
            Shape::Object(object) => object.is_resource || answers.contains(id),
            _ => answers.contains(id),
        };
        let parts = ids.iter().map(|id| {
            let mut parts = Vec::new();
            collect(api, &components, *id, &[], &mut parts);
            parts.sort();
            parts
        });
        Self {
            parts: parts.collect(),
            is_resource: ids.iter().map(is_resource).collect(),
            names,
        }
    }

    /// Returns the resources that have each component as their part, without passing another
    /// resource, with its place in them.
    fn reached(&self) -> Vec<BTreeMap<usize, Place>> {
        let mut reached: Vec<BTreeMap<usize, Place>> =
            self.names.iter().map(|_| BTreeMap::new()).collect();
        for root in (0..self.names.len()).filter(|index| self.is_resource[*index]) {
            let (ways, order) = self.ways(root);
            for part in order.into_iter().filter(|part| *part != root) {
                let way = &ways[&part];
                let depth = reached[way.from].get(&root).map_or(0, |place| place.depth);
                let place = way.place(depth).unwrap_or_else(|| Place {
                    around: root,
                    words: vec![
                        own_words(self.names[root], self.names[part]).to_owned(),
                    ],
                    depth: 1,
                });
                reached[part].insert(root, place);
            }
        }
        reached
    }

    /// Returns the ways from a resource to its parts, and the parts with the nearest ones first.
    fn ways(&self, root: usize) -> (BTreeMap<usize, Way>, Vec<usize>) {
        let mut ways: BTreeMap<usize, Way> = BTreeMap::new();
        let mut order = Vec::new();
        let mut pending = VecDeque::from([root]);
        while let Some(from) = pending.pop_front() {
            for (steps, part) in &self.parts[from] {
                let way = ways.entry(*part).or_insert_with(|| {
                    order.push(*part);
                    if !self.is_resource[*part] {
                        pending.push_back(*part);
                    }
                    Way { from, steps: steps.clone(), lasts: BTreeSet::new() }
                });
                way.lasts.extend(steps.last().cloned());
            }
        }
        (ways, order)
    }

    fn owner(
        &self,
        component: &str,
        by: &BTreeMap<usize, Place>,
    ) -> (Option<usize>, Rule) {
        if by.len() == 1 {
            return (by.keys().next().copied(), Rule::Only);
        }
        let begins = |owner: &&usize| begins(component, self.names[**owner]);
        let named =
            by.keys().filter(begins).max_by_key(|owner| self.names[**owner].len());
        if let Some(owner) = named {
            return (Some(*owner), Rule::Name);
        }
        let closures: Vec<BTreeSet<usize>> =
            by.keys().map(|owner| self.closure(*owner)).collect();
        let is_lowest = |owner: &&usize| closures.iter().all(|all| all.contains(owner));
        match by.keys().find(is_lowest) {
            Some(owner) => (Some(*owner), Rule::Lowest),
            None => (None, Rule::None),
        }
    }

    /// Returns a component and everything that it contains.
    fn closure(&self, root: usize) -> BTreeSet<usize> {
        let mut all = BTreeSet::from([root]);
        let mut pending = vec![root];
        while let Some(at) = pending.pop() {
            pending.extend(
                self.parts[at].iter().map(|(_, part)| *part).filter(|p| all.insert(*p)),
            );
        }
        all
    }
}

/// The maximum number of properties that lead to a component and tell more than its own words.
const MOST_STEPS: usize = 12;

impl Way {
    /// Returns the place at the end of the way, if the steps to it do not differ too much: `depth`
    /// is that of the beginning.
    fn place(&self, depth: usize) -> Option<Place> {
        // `additional_oar` and `oar` are both called as the second.
        let is_common =
            |word: &&String| self.lasts.iter().all(|last| last.contains(*word));
        let word = self.lasts.iter().find(is_common)?;
        let (_, steps) = self.steps.split_last()?;
        let words: Vec<String> = steps.iter().chain([word]).cloned().collect();
        let depth = depth + words.len();
        (depth <= MOST_STEPS).then_some(Place { around: self.from, words, depth })
    }
}

/// Returns the words of a component's name after those that only say whose part it is.
fn own_words<'a>(resource: &str, component: &'a str) -> &'a str {
    let owner = format!("{}_", resource.replace('.', "_"));
    let after = |words: &str| component.rsplit_once(words).map(|(_, rest)| rest);
    let rest = after(dialect::PART_OF_RESOURCE).or_else(|| after(&owner));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(component)
}

/// Returns `true` if the name of a component begins with that of a resource, in the singular or
/// the plural.
fn begins(component: &str, resource: &str) -> bool {
    let name = component.replace('.', "_");
    name.strip_prefix(&resource.replace('.', "_")).is_some_and(|rest| {
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        rest.is_empty() || rest.starts_with('_')
    })
}

/// Adds the components that a type consists of, with the properties that lead to them.
fn collect(
    api: &Api,
    components: &BTreeMap<TypeId, usize>,
    id: TypeId,
    steps: &[String],
    parts: &mut Vec<(Vec<String>, usize)>,
) {
    let mut add = |ty: TypeId, steps: Vec<String>| match components.get(&ty) {
        Some(part) => parts.push((steps, *part)),
        None => collect(api, components, ty, &steps, parts),
    };
    match &api.get(id).shape {
        Shape::Object(object) => {
            for field in &object.fields {
                let ty = match field.ty.innermost() {
                    Received::Named(ty) | Received::Deletable(ty, _) => *ty,
                    _ => continue,
                };
                let word = match field.ty.inside() {
                    Some(_) => singular(&field.wire),
                    None => field.wire.clone(),
                };
                add(ty, steps.iter().cloned().chain([word]).collect());
            }
        }
        Shape::Union(variants) => {
            for variant in variants {
                let tag = [variant.tag.clone()];
                add(variant.ty, steps.iter().cloned().chain(tag).collect());
            }
        }
        Shape::Enum(_) | Shape::Reference(_) | Shape::Params(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Field;
    use crate::testing::{array, field};

    /// Builds an API of components, each with its parts by property: `boat: sail sails[] rig`.
    /// Resources have a capital letter, and are called without it.
    fn api(components: &[(&str, &[(&str, &str)])]) -> Api {
        let mut api = Api::empty();
        let position =
            |name: &str| components.iter().position(|(other, _)| *other == name);
        for (name, parts) in components {
            let part = |(property, part): &(&str, &str)| {
                let id = TypeId(position(part).unwrap());
                let plain = property.trim_end_matches("[]");
                match plain.len() < property.len() {
                    true => field(plain, array(id)),
                    false => field(property, Received::Named(id)),
                }
            };
            let is_resource = name.starts_with(|c: char| c.is_ascii_uppercase());
            let id = is_resource.then(|| field("id", Received::String));
            let fields: Vec<Field> = parts.iter().map(part).chain(id).collect();
            api.object(&name.to_lowercase(), fields);
        }
        api
    }

    fn row(pattern: &str, resource: &str) -> OwnerRow {
        OwnerRow { pattern: pattern.to_owned(), resource: resource.to_owned() }
    }

    /// Returns the owner of a component, the words from there, and the rule.
    fn owner(api: &Api, rows: &[OwnerRow], component: &str) -> (String, Rule) {
        let owners = Owners::of(api, rows);
        let Owner { resource, around, words, rule, .. } = owners.get(component).unwrap();
        let Some(resource) = resource else { return ("-".to_owned(), *rule) };
        let around = if around == resource { "" } else { &format!("{around}.") };
        (format!("{resource}: {around}{}", words.join(".")), *rule)
    }

    #[test]
    fn a_part_of_one_resource_belongs_to_it() {
        let api = api(&[
            ("Boat", &[("rig", "rig"), ("tender", "Dinghy")]),
            ("rig", &[("main_sails[]", "sail")]),
            ("sail", &[]),
            // What contains a resource does not own the parts of that.
            ("Dinghy", &[("oars[]", "oar")]),
            ("oar", &[]),
        ]);
        let table = [
            ("rig", "boat: rig", Rule::Only),
            ("sail", "boat: rig.main_sail", Rule::Only),
            ("oar", "dinghy: oar", Rule::Only),
            ("dinghy", "boat: tender", Rule::Only),
            ("boat", "-", Rule::None),
        ];
        for (component, expected, rule) in table {
            let expected = (expected.to_owned(), rule);
            assert_eq!(owner(&api, &[], component), expected, "{component}");
        }
    }

    #[test]
    fn a_part_of_several_resources_has_the_first_owner_that_a_rule_finds() {
        let api = api(&[
            (
                "Boat",
                &[("a", "boats_sail"), ("b", "oar"), ("c", "flag"), ("d", "Dinghy")],
            ),
            ("Dinghy", &[("a", "boats_sail"), ("b", "oar"), ("c", "flag")]),
            ("Pier", &[("a", "boats_sail"), ("c", "flag")]),
            ("boats_sail", &[]),
            ("oar", &[]),
            ("flag", &[]),
        ]);
        let rows = [row("oar|flag", "harbour"), row("fl.*", "pier")];
        let table = [
            ("boats_sail", "boat: a", Rule::Name),
            // A boat contains a dinghy.
            ("oar", "dinghy: b", Rule::Lowest),
            ("flag", "pier: c", Rule::Row(1)),
        ];
        for (component, expected, rule) in table {
            let expected = (expected.to_owned(), rule);
            assert_eq!(owner(&api, &rows, component), expected, "{component}");
        }
        assert_eq!(owner(&api, &[], "flag"), ("-".to_owned(), Rule::None));
    }

    #[test]
    fn a_part_under_several_properties_has_what_they_have_in_common_or_its_own_words() {
        let api = api(&[
            (
                "Boat",
                &[
                    ("oar", "oar"),
                    ("spare_oar", "oar"),
                    ("rig", "rig"),
                    ("x", "boat_line"),
                ],
            ),
            ("oar", &[]),
            (
                "rig",
                &[
                    ("jib", "fleet_resource_sail"),
                    ("main", "fleet_resource_sail"),
                    ("y", "boat_line"),
                ],
            ),
            ("fleet_resource_sail", &[("flag", "flag")]),
            ("boat_line", &[]),
            ("flag", &[]),
        ]);
        let table = [
            ("oar", "boat: oar"),
            ("fleet_resource_sail", "boat: sail"),
            ("boat_line", "boat: line"),
            // What is in it is called after it.
            ("flag", "boat: fleet_resource_sail.flag"),
        ];
        for (component, expected) in table {
            assert_eq!(owner(&api, &[], component).0, expected, "{component}");
        }
    }

    #[test]
    fn a_member_of_a_union_is_called_as_its_discriminator() {
        let mut api = Api::empty();
        let parts = [api.object("oar", []), api.object("sail", [])];
        let drive = api.union("boat:drive", &parts);
        let id = field("id", Received::String);
        api.object("boat", [id, field("drive", Received::Named(drive))]);
        assert_eq!(owner(&api, &[], "sail").0, "boat: drive.sail");
    }

    #[test]
    fn a_component_inside_itself_has_an_end() {
        let api = api(&[
            ("Boat", &[("rig", "rig")]),
            ("rig", &[("rig", "rig"), ("boat", "Boat")]),
        ]);
        assert_eq!(owner(&api, &[], "rig").0, "boat: rig");
    }

    #[test]
    fn names_begin_with_a_resource_at_a_word() {
        let table = [
            ("boat_sail", "boat", true),
            ("boats_sail", "boat", true),
            ("harbour_boat_sail", "harbour.boat", true),
            ("boathouse", "boat", false),
        ];
        for (component, resource, expected) in table {
            assert_eq!(begins(component, resource), expected, "{component}");
        }
    }
}
