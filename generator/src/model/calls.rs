//! The way to each operation: a tree of resources, as the segments of the paths form it, and
//! an action on one of them, which follows from the shape of the path.

use std::collections::BTreeMap;

use super::{Method, Operation, OperationId, Received, Shape, TypeDef};

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
    /// The text of the root of its schemas: `component#name`. If two resources belong to
    /// one component, the later one is qualified with its segments.
    pub root: String,
}

impl Calls {
    /// Finds the ways to `operations`.
    pub(crate) fn new(operations: &[Operation], types: &[TypeDef]) -> Self {
        let shapes = Shapes::new(operations);
        let mut calls = Self::default();
        let mut names = Vec::new();
        for (index, operation) in operations.iter().enumerate() {
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
            for id in &node.operations {
                let name = &names[id.0];
                let mut root = format!("{component}#{name}");
                if taken.contains(&root) {
                    let segments = self.segments(index).join(".");
                    root = format!("{component}#{segments}.{name}");
                }
                taken.push(root.clone());
                let (name, component) = (name.clone(), component.clone());
                actions.insert(*id, Action { name, component, root });
            }
        }
        actions.into_values().collect()
    }
}

/// The operations that tell best what a resource is.
const TELLING: &[&str] = &["retrieve", "create", "list", "update", "delete"];

/// Returns the component that a node is about: that of its most telling operation.
fn component(
    node: &CallNode,
    operations: &[Operation],
    types: &[TypeDef],
    names: &[String],
) -> String {
    let named = |name: &&str| node.operations.iter().find(|id| names[id.0] == **name);
    let first = TELLING.iter().find_map(named).or(node.operations.first());
    let component = first.and_then(|id| {
        let def = &types[operations[id.0].response.id()?.0];
        match &def.shape {
            Shape::Object(object) => object.component.clone(),
            _ => match &def.origins[0].path.root {
                super::Root::Component(component) => Some(component.clone()),
                _ => None,
            },
        }
    });
    component.unwrap_or_else(|| node.segment.clone())
}

/// The paths of the API, for questions about their shapes.
struct Shapes<'a> {
    paths: BTreeMap<&'a str, Vec<(Method, bool)>>,
}

impl<'a> Shapes<'a> {
    fn new(operations: &'a [Operation]) -> Self {
        let mut paths: BTreeMap<&str, Vec<(Method, bool)>> = BTreeMap::new();
        for operation in operations {
            let is_list = matches!(operation.response, Received::List(_));
            paths.entry(&operation.path).or_default().push((operation.method, is_list));
        }
        Self { paths }
    }

    /// Returns the segments of the resource, and the name of the action.
    fn locate<'o>(&self, operation: &'o Operation) -> (Vec<&'o str>, String) {
        let segments = operation.segments();
        let words = segments.iter().copied().filter(|s| !is_parameter(s));
        let words: Vec<&str> = words.collect();
        let Some((last, before)) = segments.split_last() else {
            return (Vec::new(), "call".to_owned());
        };
        if is_parameter(last) {
            return (words, on_item(operation.method).to_owned());
        }
        let parents = words.split_last().map_or(&[][..], |(_, parents)| parents);
        if let Received::SearchResult(_) = operation.response {
            return (parents.to_vec(), (*last).to_owned());
        }
        let follows_parameter = before.last().is_some_and(|s| is_parameter(s));
        if self.is_action(&operation.path, follows_parameter) && !parents.is_empty() {
            return (parents.to_vec(), action(operation, last));
        }
        (words, self.on_collection(operation).to_owned())
    }

    /// Returns `true` if the last word of the path is an action on the resource before
    /// it.
    fn is_action(&self, path: &str, follows_parameter: bool) -> bool {
        let alone = self.methods(path).len() == 1 && !self.has_children(path);
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        alone && (follows_parameter || self.paths.contains_key(parent))
    }

    fn on_collection(&self, operation: &Operation) -> &'static str {
        let methods = self.methods(&operation.path);
        let has_get = methods.iter().any(|(method, _)| *method == Method::Get);
        let has_list = methods.iter().any(|(_, is_list)| *is_list);
        match operation.method {
            Method::Get if matches!(operation.response, Received::List(_)) => "list",
            Method::Get => "retrieve",
            Method::Post
                if has_get && !has_list && !self.has_children(&operation.path) =>
            {
                "update"
            }
            Method::Post => "create",
            Method::Delete => "delete",
        }
    }

    fn methods(&self, path: &str) -> &[(Method, bool)] {
        self.paths.get(path).map_or(&[], Vec::as_slice)
    }

    fn has_children(&self, path: &str) -> bool {
        let prefix = format!("{path}/{{");
        let next = self.paths.range(prefix.as_str()..).next();
        next.is_some_and(|(next, _)| next.starts_with(&prefix))
    }
}

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{')
}

fn on_item(method: Method) -> &'static str {
    match method {
        Method::Get => "retrieve",
        Method::Post => "update",
        Method::Delete => "delete",
    }
}

fn action(operation: &Operation, word: &str) -> String {
    match (operation.method, &operation.response) {
        (Method::Get, Received::List(_)) => format!("list_{word}"),
        (Method::Get, _) => format!("retrieve_{word}"),
        (Method::Post, _) => word.to_owned(),
        (Method::Delete, _) => format!("delete_{word}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operation(method: Method, path: &str, response: Received) -> Operation {
        Operation {
            method,
            path: path.to_owned(),
            ids: Vec::new(),
            params: None,
            expand: None,
            response,
            deprecated: false,
            docs: String::new(),
            pointer: String::new(),
        }
    }

    #[test]
    fn actions_follow_from_the_shapes_of_paths() {
        let list = || Received::List(Box::new(Received::String));
        let table = [
            (Method::Get, "/v1/a/rooms", list(), "a.rooms.list"),
            (Method::Post, "/v1/a/rooms", Received::String, "a.rooms.create"),
            (Method::Get, "/v1/a/rooms/{room}", Received::String, "a.rooms.retrieve"),
            (Method::Delete, "/v1/a/rooms/{room}", Received::String, "a.rooms.delete"),
            (
                Method::Post,
                "/v1/a/rooms/{room}/close",
                Received::String,
                "a.rooms.close",
            ),
            (Method::Get, "/v1/a/rooms/{room}/beds", list(), "a.rooms.list_beds"),
            (Method::Get, "/v1/settings", Received::String, "settings.retrieve"),
            (Method::Post, "/v1/settings", Received::String, "settings.update"),
        ];
        let operations: Vec<Operation> = table
            .iter()
            .map(|(m, path, ty, _)| operation(*m, path, ty.clone()))
            .collect();
        let calls = Calls::new(&operations, &[]);
        for (index, node) in calls.nodes.iter().enumerate() {
            for id in &node.operations {
                let segments = calls.segments(index).join(".");
                let call = format!("{segments}.{}", calls.action(*id).name);
                assert_eq!(call, table[id.0].3);
            }
        }
        assert_eq!(calls.action(OperationId(0)).root, "rooms#list");
    }

    use crate::model::Api;
    use crate::testing::{array, field, list};

    #[test]
    fn a_resource_is_what_its_most_telling_operation_returns() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let note = api.object("note", []);
        let close = api.operation("POST /v1/boats/{boat}/close", Received::Named(note));
        let retrieve = api.operation("GET /v1/boats/{boat}", Received::Named(boat));
        let text = api.operation("GET /v1/texts/{text}", Received::String);
        for (id, root) in [
            (close, "boat#close"),
            (retrieve, "boat#retrieve"),
            (text, "texts#retrieve"),
        ] {
            assert_eq!(api.calls.action(id).root, root);
        }
    }

    #[test]
    fn the_second_resource_of_a_component_has_its_segments_in_the_root() {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("id", Received::String)]);
        let first = api.operation("GET /v1/boats", list(boat));
        let other = api.operation("GET /v1/harbour/boats", list(boat));
        assert_eq!(api.calls.action(first).root, "boat#list");
        assert_eq!(api.calls.action(other).root, "boat#harbour.boats.list");
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
