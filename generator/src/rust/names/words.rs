//! The words of the paths of types.

use super::Namer;
use super::candidates::{FORM, Style};
use crate::model::words::{plural, singular};
use crate::model::{OperationId, Received, Root, SchemaPath, Step};
use crate::openapi::dialect;
use crate::rust::ident;

impl<'a> Namer<'a> {
    /// Returns the last word of the root of a sent type: what the operation does.
    pub(super) fn verb(&self, path: &'a SchemaPath) -> &'a str {
        self.api.root(path).rsplit(['#', '.']).next().unwrap_or_default()
    }

    /// Returns the words of a path: those of its component or operation, then those of its steps.
    pub(super) fn words(&self, path: &SchemaPath) -> Vec<String> {
        let component = self.api.component(path);
        let words = match &path.root {
            Root::Component(_) => self.words_of(component, path),
            Root::Request(_) => self.words_of_operation(path),
            Root::Response(_) => {
                let word = match is_item(path) {
                    true => "entry",
                    false => "response",
                };
                let operation = self.words_of_operation(path).into_iter().skip(1);
                return operation.chain([word.to_owned()]).collect();
            }
        };
        with_steps(words, path)
    }

    /// Returns the words of a path without the verb of an operation.
    pub(super) fn plain_words(&self, path: &SchemaPath) -> Vec<String> {
        match &path.root {
            Root::Response(_) => self.words(path),
            _ => with_steps(self.words_of(self.api.component(path), path), path),
        }
    }

    /// Returns the words of a component for the path of something inside it.
    fn words_of(&self, component: &str, path: &SchemaPath) -> Vec<String> {
        let name = self.component(component);
        let noun =
            name.map_or_else(|| ident::camel(component), |name| name.ident.to_string());
        match self.style() {
            Style::Whole(_) => self.words.get(component).cloned().unwrap_or(vec![noun]),
            // `KlarnaOptions` and `currency` become `KlarnaCurrency`.
            Style::Short => match noun.strip_suffix("Options") {
                Some(rest) if !rest.is_empty() && !path.steps.is_empty() => {
                    vec![rest.to_owned()]
                }
                _ => vec![noun],
            },
        }
    }

    /// Returns the words of an operation: the noun, those that tell it from others, and the verb
    /// with the noun.
    fn words_of_operation(&self, path: &SchemaPath) -> Vec<String> {
        let noun = self.noun(path);
        let call = self.api.root(path).split_once('#').map_or("", |(_, call)| call);
        let mut words = vec![noun.clone()];
        words.extend(call.split('.').map(str::to_owned));
        words.pop();
        words.push(self.with_verb(path, &noun));
        words
    }

    /// Returns the names of an operation: its verb with the noun, and with the way to it.
    pub(super) fn names_of_operation(&self, path: &SchemaPath) -> Vec<String> {
        let nouns = std::iter::once(self.noun(path)).chain(self.way(path));
        nouns.map(|noun| self.with_verb(path, &noun)).collect()
    }

    /// Returns the words that lead to the accessor of an operation, in the singular.
    fn way(&self, path: &SchemaPath) -> Option<String> {
        let segments = self.api.calls.segments(self.node(path)?);
        Some(segments.iter().map(|segment| ident::camel(&singular(segment))).collect())
    }

    /// Returns the name of what an operation is about.
    fn noun(&self, path: &SchemaPath) -> String {
        let component = self.api.component(path);
        match self.component(component) {
            Some(name) => name.ident.to_string(),
            None => ident::camel(component),
        }
    }

    /// Returns the verb of an operation with a noun: `finish_race` and `Boat` are
    /// `FinishBoatRace`.
    fn with_verb(&self, path: &SchemaPath, noun: &str) -> String {
        let method = self.verb(path);
        if self.returns_page(path) && !method.contains('_') {
            return format!("{}{}", ident::camel(method), self.plural(path, noun));
        }
        let (verb, rest) = method.split_once('_').unwrap_or((method, ""));
        let mut rest: Vec<&str> = rest.split('_').collect();
        // `set_boat_colour` is `SetBoatColour`.
        rest.retain(|word| !noun.ends_with(&ident::camel(word)));
        format!("{}{noun}{}", ident::camel(verb), ident::camel(&rest.join("_")))
    }

    fn returns_page(&self, path: &SchemaPath) -> bool {
        let operation = operation(path).map(|id| &self.api.operations[id.0]);
        operation.is_some_and(|operation| {
            matches!(operation.response, Received::List(_) | Received::SearchResult(_))
        })
    }

    /// Returns the plural of a resource, as spelled by the segment of its accessor if that is its
    /// name.
    fn plural(&self, path: &SchemaPath, noun: &str) -> String {
        let node = self.node(path).map(|node| &self.api.calls.nodes[node]);
        let segment = node.map(|node| node.segment.as_str()).unwrap_or_default();
        match noun.strip_suffix(&ident::camel(&singular(segment))) {
            Some(family) if !segment.is_empty() => {
                format!("{family}{}", ident::camel(segment))
            }
            _ => plural(noun),
        }
    }

    /// Returns the accessor of an operation.
    fn node(&self, path: &SchemaPath) -> Option<usize> {
        let operation = operation(path)?;
        self.api.calls.nodes.iter().position(|node| node.operations.contains(operation))
    }
}

/// Returns the operation that a path belongs to.
fn operation(path: &SchemaPath) -> Option<&OperationId> {
    match &path.root {
        Root::Request(id) | Root::Response(id) => Some(id),
        Root::Component(_) => None,
    }
}

/// Adds the words of the steps of a path.
fn with_steps(mut words: Vec<String>, path: &SchemaPath) -> Vec<String> {
    let start = words.len();
    let mut steps = path.steps.iter().peekable();
    while let Some(step) = steps.next() {
        let is_inside = words.len() > start;
        match (step, words.last_mut()) {
            // The items of a page are those of the list.
            (Step::Property(name), Some(_))
                if is_inside
                    && name == dialect::DATA
                    && steps.peek() == Some(&&Step::Items) => {}
            (Step::Property(name), _) => words.push(name.clone()),
            (Step::Items | Step::Values, Some(last)) => *last = singular(last),
            (Step::Form(number), Some(last)) => {
                last.push_str(&format!("{FORM}{number}"));
            }
            _ => {}
        }
    }
    words
}

/// Returns `true` if a path leads to the items of a page.
fn is_item(path: &SchemaPath) -> bool {
    let data = Step::Property(dialect::DATA.to_owned());
    path.steps.starts_with(&[data, Step::Items])
}
