//! The action of an operation on a resource, from the shape of its path and from its answer.
//!
//! `POST /v1/boats` creates a boat, and `POST /v1/boats/{boat}` changes it. A word at the end of
//! a path is an action on the resource before it, such as `close`, if nothing else is at this
//! path or below it, and if something shows that there is a resource before it: a parameter
//! (`/v1/boats/{boat}/close`), operations on the resource (`/v1/boats`), or an answer of its kind
//! (`/v1/boats/find` answers with a boat). Otherwise the word is a resource itself, and the words
//! before it are its namespace.

use std::collections::BTreeMap;

use super::calls::answered;
use super::words::singular;
use super::{Method, Operation, Received, TypeDef};

/// The operations of the API by their paths, for questions about their shapes.
pub(super) struct Shapes<'a> {
    paths: BTreeMap<&'a str, Vec<Shape<'a>>>,
}

/// The properties of an operation that determine its action.
#[derive(Clone, Copy)]
struct Shape<'a> {
    method: Method,
    is_list: bool,
    /// The last word of the component that the operation answers with.
    noun: &'a str,
}

impl<'a> Shape<'a> {
    fn new(operation: &'a Operation, types: &'a [TypeDef]) -> Self {
        let component = answered(&operation.response, types).unwrap_or_default();
        Self {
            method: operation.method,
            is_list: matches!(operation.response, Received::List(_)),
            noun: component.rsplit('.').next().unwrap_or_default(),
        }
    }

    /// Returns `true` if the operation answers with what a word of its path stands for.
    fn answers_with(&self, word: &str) -> bool {
        self.noun == word || self.noun == singular(word)
    }
}

impl<'a> Shapes<'a> {
    pub(super) fn new(
        operations: impl IntoIterator<Item = &'a Operation>,
        types: &'a [TypeDef],
    ) -> Self {
        let mut paths: BTreeMap<&str, Vec<Shape<'_>>> = BTreeMap::new();
        for operation in operations {
            let shape = Shape::new(operation, types);
            paths.entry(&operation.path).or_default().push(shape);
        }
        Self { paths }
    }

    /// Returns the segments of the resource, and the name of the action. The operation is one of
    /// these.
    pub(super) fn locate<'o>(&self, operation: &'o Operation) -> (Vec<&'o str>, String) {
        let path = operation.path.as_str();
        if is_parameter(last(path)) {
            return (words(path), on_item(operation.method).to_owned());
        }
        let before = parent(path);
        if matches!(operation.response, Received::SearchResult(_))
            && !words(before).is_empty()
        {
            return (words(before), last(path).to_owned());
        }
        if !self.is_action(path) {
            return (words(path), self.on_collection(operation).to_owned());
        }
        // What belongs to the answer of an action has no resource of its own:
        // `/v1/boats/preview/oars` is `list_preview_oars`.
        let mut resource = before;
        let mut phrase = last(path).to_owned();
        while self.is_action(resource) {
            phrase = format!("{}_{phrase}", last(resource));
            resource = parent(resource);
        }
        (words(resource), self.action(path, resource, &phrase))
    }

    /// Returns `true` if the last word of a path is an action on the resource before it.
    fn is_action(&self, path: &str) -> bool {
        let [only] = self.at(path) else { return false };
        let before = parent(path);
        let Some(resource) = words(before).pop() else { return false };
        let follows_resource = before.contains('{')
            || self.paths.contains_key(before)
            || only.answers_with(resource);
        follows_resource && !is_parameter(last(path)) && !self.has_children(path)
    }

    /// Returns the name of the action at `path`, for which the words after the resource are
    /// `phrase`.
    fn action(&self, path: &str, resource: &str, phrase: &str) -> String {
        let Some(shape) = self.at(path).first() else { return phrase.to_owned() };
        match shape.method {
            Method::Get if shape.is_list => format!("list_{phrase}"),
            // After the id of a resource, the word is a part of it: `retrieve_logbook`.
            Method::Get
                if !is_parameter(last(resource))
                    && shape.answers_with(last(resource)) =>
            {
                phrase.to_owned()
            }
            Method::Get => format!("retrieve_{phrase}"),
            // The word is what the operation creates, and not a verb.
            Method::Post if shape.answers_with(last(path)) => {
                format!("create_{}", shape.noun)
            }
            Method::Post => phrase.to_owned(),
            Method::Delete => format!("delete_{phrase}"),
        }
    }

    fn on_collection(&self, operation: &Operation) -> &'static str {
        let shapes = self.at(&operation.path);
        let has_get = shapes.iter().any(|shape| shape.method == Method::Get);
        let has_list = shapes.iter().any(|shape| shape.is_list);
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

    /// Returns the operations at a path.
    fn at(&self, path: &str) -> &[Shape<'a>] {
        self.paths.get(path).map_or(&[], Vec::as_slice)
    }

    fn has_children(&self, path: &str) -> bool {
        let prefix = format!("{path}/{{");
        let next = self.paths.range(prefix.as_str()..).next();
        next.is_some_and(|(next, _)| next.starts_with(&prefix))
    }
}

/// Returns the words of a path after the version.
fn words(path: &str) -> Vec<&str> {
    path.split('/').skip(2).filter(|segment| !is_parameter(segment)).collect()
}

/// Returns the last segment of a path.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// Returns a path without its last segment.
fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
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

#[cfg(test)]
mod tests {
    use crate::model::{Api, OperationId, Received};
    use crate::testing::list;

    /// Returns the ways to operations, given by their routes and what they answer with: a
    /// component, a list of it (`boat[]`), or a string.
    fn ways(routes: &[(&str, &str)]) -> Vec<String> {
        let mut api = Api::empty();
        for (route, answer) in routes {
            let response = match answer.strip_suffix("[]") {
                Some(of) => list(api.object(of, [])),
                None if answer.is_empty() => Received::String,
                None => Received::Named(api.object(answer, [])),
            };
            api.operation(route, response);
        }
        (0..routes.len()).map(|index| way(&api, OperationId(index))).collect()
    }

    fn way(api: &Api, id: OperationId) -> String {
        let calls = &api.calls;
        let holds = |index: &usize| calls.nodes[*index].operations.contains(&id);
        let node = (0..calls.nodes.len()).find(holds).unwrap();
        format!("{}.{}", calls.segments(node).join("."), calls.action(id).name)
    }

    #[track_caller]
    fn assert_ways(table: &[(&str, &str, &str)]) {
        let routes: Vec<_> = table.iter().map(|(route, of, _)| (*route, *of)).collect();
        let expected: Vec<&str> = table.iter().map(|(_, _, way)| *way).collect();
        assert_eq!(ways(&routes), expected);
    }

    #[test]
    fn actions_follow_from_the_shapes_of_paths() {
        assert_ways(&[
            ("GET /v1/a/rooms", "[]", "a.rooms.list"),
            ("POST /v1/a/rooms", "", "a.rooms.create"),
            ("GET /v1/a/rooms/{room}", "", "a.rooms.retrieve"),
            ("DELETE /v1/a/rooms/{room}", "", "a.rooms.delete"),
            ("POST /v1/a/rooms/{room}/close", "", "a.rooms.close"),
            ("GET /v1/a/rooms/{room}/beds", "[]", "a.rooms.list_beds"),
            ("GET /v1/a/rooms/{room}/plan", "", "a.rooms.retrieve_plan"),
            ("POST /v1/a/rooms/merge", "", "a.rooms.merge"),
            ("GET /v1/settings", "", "settings.retrieve"),
            ("POST /v1/settings", "", "settings.update"),
        ]);
    }

    #[test]
    fn a_word_after_a_resource_is_an_action_without_operations_on_the_resource() {
        assert_ways(&[
            // A parameter shows it, also before several words.
            ("POST /v1/boats/{boat}/hull/paint", "boat", "boats.hull.paint"),
            // What is answered shows it, with or without a namespace.
            ("POST /v1/dock/piers/build_bridge", "dock.pier", "dock.piers.build_bridge"),
            ("GET /v1/dock/cranes/find", "dock.crane", "dock.cranes.find"),
            // Nothing shows it.
            ("POST /v1/dock/visits", "dock.visit", "dock.visits.create"),
            ("GET /v1/dock/summary", "dock.summary", "dock.summary.retrieve"),
        ]);
    }

    #[test]
    fn what_belongs_to_an_action_is_a_part_of_it() {
        assert_ways(&[
            ("GET /v1/boats", "boat[]", "boats.list"),
            ("GET /v1/boats/preview", "boat", "boats.preview"),
            ("GET /v1/boats/preview/oars", "oar[]", "boats.list_preview_oars"),
        ]);
    }

    #[test]
    fn a_word_for_what_is_created_is_no_verb() {
        assert_ways(&[
            ("POST /v1/boats/{boat}/key_cards", "key_card", "boats.create_key_card"),
            (
                "POST /v1/boats/{boat}/instructions",
                "instructions",
                "boats.create_instructions",
            ),
            ("POST /v1/boats/{boat}/launch", "boat", "boats.launch"),
        ]);
    }

    #[test]
    fn a_search_is_an_action_unless_there_is_nothing_before_it() {
        let mut api = Api::empty();
        let found = || Received::SearchResult(Box::new(Received::String));
        let routes = ["GET /v1/boats/search", "GET /v1/search"];
        let ids = routes.map(|route| api.operation(route, found()));
        assert_eq!(ids.map(|id| way(&api, id)), ["boats.search", "search.retrieve"]);
    }

    #[test]
    fn legacy_operations_do_not_change_the_names_of_others() {
        let table = [
            ("DELETE /v1/boats/{boat}/flag", false, "boats.delete_flag"),
            ("GET /v1/boats/{boat}/flag", true, "boats.flag.retrieve"),
        ];
        let mut api = Api::empty();
        for (route, legacy, _) in table {
            let id = api.operation(route, Received::String);
            api.operations[id.0].legacy = legacy;
        }
        api.calls = crate::model::Calls::new(&api.operations, &api.types);
        for (index, (_, _, expected)) in table.into_iter().enumerate() {
            assert_eq!(way(&api, OperationId(index)), expected);
        }
    }
}
