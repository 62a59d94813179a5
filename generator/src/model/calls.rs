//! The way to each operation: a tree of resources, as the segments of the paths form it, and
//! an action on one of them, as [`Shapes`] finds it.

use std::collections::BTreeMap;

use super::shapes::Shapes;
use super::words::singular;
use super::{Operation, OperationId, Received, Root, Shape, TypeDef};

/// The ways to all operations.
#[derive(Clone, Debug, Default)]
pub struct Calls {
    /// The resources; parents come first.
    pub nodes: Vec<CallNode>,
    /// The actions, by operation.
    actions: Vec<Action>,
}

/// A resource on the way to an operation, such as `checkout`.
#[derive(Clone, Debug)]
pub struct CallNode {
    /// The segment of the path.
    pub segment: String,
    /// The node before it, or `None` at the beginning.
    pub parent: Option<usize>,
    /// Its operations.
    pub operations: Vec<OperationId>,
}

/// The action of an operation on a resource.
#[derive(Clone, Debug)]
pub struct Action {
    /// The verb, such as `create` or `list_line_items`.
    pub name: String,
    /// The component that the operation is about.
    pub component: String,
    /// The text of the root of its schemas: `component#name`, with the segments of the resource
    /// before the name if they are not the name of the component.
    pub root: String,
}

impl Calls {
    /// Finds the ways to `operations`.
    pub(crate) fn new(operations: &[Operation], types: &[TypeDef]) -> Self {
        let all = Shapes::new(operations, types);
        // Whether legacy operations are in the crate or not must not change other names.
        let current = Shapes::new(operations.iter().filter(|o| !o.legacy), types);
        let mut calls = Self::default();
        let mut names = Vec::new();
        for (index, operation) in operations.iter().enumerate() {
            let shapes = if operation.legacy { &all } else { &current };
            let (segments, name) = shapes.locate(operation);
            let at = calls.node_at(&segments);
            calls.nodes[at].operations.push(OperationId(index));
            names.push(name);
        }
        calls.actions = calls.actions(operations, types, &names);
        calls
    }

    /// Returns the action of an operation.
    pub fn action(&self, id: OperationId) -> &Action {
        &self.actions[id.0]
    }

    /// Returns the nodes that lead to a node, which is the last one.
    pub fn way(&self, index: usize) -> Vec<usize> {
        let parent = self.nodes[index].parent;
        let mut all = parent.map(|parent| self.way(parent)).unwrap_or_default();
        all.push(index);
        all
    }

    /// Returns the segments that lead to a node.
    pub fn segments(&self, index: usize) -> Vec<&str> {
        let way = self.way(index).into_iter();
        way.map(|node| self.nodes[node].segment.as_str()).collect()
    }

    /// Returns the first operation of a node or of a node below it.
    pub fn first_operation(&self, index: usize) -> Option<OperationId> {
        let mut below = (index..self.nodes.len()).filter(|at| self.is_below(*at, index));
        below.find_map(|at| self.nodes[at].operations.first()).copied()
    }

    /// Returns `true` if a node is `root` or below it.
    fn is_below(&self, at: usize, root: usize) -> bool {
        let parent = self.nodes[at].parent;
        at == root || parent.is_some_and(|parent| self.is_below(parent, root))
    }

    /// Returns the node with these segments, and creates it and its parents if necessary.
    fn node_at(&mut self, segments: &[&str]) -> usize {
        let parent = match segments {
            [] | [_] => None,
            [before @ .., _] => Some(self.node_at(before)),
        };
        let segment = segments.last().copied().unwrap_or_default();
        let known =
            self.nodes.iter().position(|n| n.segment == segment && n.parent == parent);
        known.unwrap_or_else(|| {
            let segment = segment.to_owned();
            self.nodes.push(CallNode { segment, parent, operations: Vec::new() });
            self.nodes.len() - 1
        })
    }

    fn actions(
        &self,
        operations: &[Operation],
        types: &[TypeDef],
        names: &[String],
    ) -> Vec<Action> {
        let mut actions = BTreeMap::new();
        let mut taken: Vec<String> = Vec::new();
        for (index, node) in self.nodes.iter().enumerate() {
            let component = component(node, operations, types, names);
            let segments = self.segments(index);
            for id in &node.operations {
                let name = &names[id.0];
                let mut root = format!("{component}#{name}");
                if !spell(&segments, &component) || taken.contains(&root) {
                    root = format!("{component}#{}.{name}", segments.join("."));
                }
                taken.push(root.clone());
                let (name, component) = (name.clone(), component.clone());
                actions.insert(*id, Action { name, component, root });
            }
        }
        actions.into_values().collect()
    }
}

/// Returns `true` if the segments of a resource are the name of a component. Otherwise the root of an
/// operation has the segments, so that it stays the same when the resource of that name arrives.
fn spell(segments: &[&str], component: &str) -> bool {
    let (words, component) = (segments.join("_"), component.replace('.', "_"));
    component == words || component == singular(&words)
}

/// The operations that tell best what a resource is.
const TELLING: &[&str] = &["retrieve", "create", "list", "update", "delete"];

/// Returns the component that a node is about: that of its most telling operation. Bytes tell
/// nothing.
fn component(
    node: &CallNode,
    operations: &[Operation],
    types: &[TypeDef],
    names: &[String],
) -> String {
    let telling = || {
        let all = node.operations.iter();
        all.filter(|id| operations[id.0].response != Received::Bytes)
    };
    let named = |name: &&str| telling().find(|id| names[id.0] == **name);
    let first = TELLING.iter().find_map(named).or(telling().next());
    let component = first.and_then(|id| answered(&operations[id.0].response, types));
    component.map_or_else(|| node.segment.clone(), str::to_owned)
}

/// Returns the component that a response has or contains.
pub(super) fn answered<'a>(
    response: &Received,
    types: &'a [TypeDef],
) -> Option<&'a str> {
    let def = &types[response.id()?.0];
    match (&def.shape, &def.origins[0].path.root) {
        (Shape::Object(object), _) => object.component.as_deref(),
        (_, Root::Component(component)) => Some(component),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Api;
    use crate::testing::{array, list};

    #[test]
    fn a_resource_is_what_its_most_telling_operation_returns() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let note = api.object("note", []);
        let close = api.operation("POST /v1/boats/{boat}/close", Received::Named(note));
        let retrieve = api.operation("GET /v1/boats/{boat}", Received::Named(boat));
        let text = api.operation("GET /v1/texts/{text}", Received::String);
        let copy = api.operation("GET /v1/copies/{copy}", Received::Bytes);
        let replace = api.operation("POST /v1/copies/{copy}", Received::Named(note));
        for (id, root) in [
            (close, "boat#close"),
            (retrieve, "boat#retrieve"),
            (text, "texts#retrieve"),
            (copy, "note#copies.retrieve"),
            (replace, "note#copies.update"),
        ] {
            assert_eq!(api.calls.action(id).root, root);
        }
    }

    #[test]
    fn a_resource_with_another_name_than_its_component_has_its_segments_in_the_root() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let chart = api.object("harbour.sea_chart", []);
        let table = [
            ("boats", boat, "boat#list"),
            ("ships", boat, "boat#ships.list"),
            ("harbour/boats", boat, "boat#harbour.boats.list"),
            ("harbour/sea_charts", chart, "harbour.sea_chart#list"),
            ("sea_charts", chart, "harbour.sea_chart#sea_charts.list"),
            // Two resources can have the same claim.
            ("boat", boat, "boat#boat.list"),
        ];
        for (path, component, root) in table {
            let id = api.operation(&format!("GET /v1/{path}"), list(component));
            assert_eq!(api.calls.action(id).root, root);
        }
    }

    #[test]
    fn parents_come_first_and_lead_to_the_operations_below_them() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        api.operation("GET /v1/boats", list(boat));
        let deep = api.operation("GET /v1/harbour/piers/boats", array(boat));
        let segments: Vec<String> = (0..api.calls.nodes.len())
            .map(|index| api.calls.segments(index).join("."))
            .collect();
        let expected = ["boats", "harbour", "harbour.piers", "harbour.piers.boats"];
        assert_eq!(segments, expected);
        assert_eq!(api.calls.first_operation(1), Some(deep));
    }
}
