//! Finds the components that the paths in scope reach without expanding ids.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::diagnostic::suggest;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::diagnostic::{escape, unescape};
use crate::openapi::dialect::{EXPANSION, SCHEMAS};
use crate::openapi::document::{Document, Node};
use crate::openapi::position::{Position, children};

use super::expandable::{self, Expandable};
use super::{Selection, help_with_missing};

/// The components in scope.
pub(super) struct Reach<'a> {
    document: &'a Document,
    opaque: &'a [String],
    /// The section and the name of each component.
    seen: BTreeSet<(&'static str, String)>,
    /// Components in scope that were not visited yet.
    open: Vec<(Node<'a>, Position)>,
    /// The pointers of components whose references were followed to their ends.
    chained: BTreeSet<String>,
    problems: Diagnostics,
}

impl<'a> Reach<'a> {
    /// Finds the components that `paths` and `selection` reach.
    pub(super) fn of(
        document: &'a Document,
        paths: &[(&'a str, Node<'a>)],
        selection: &Selection<'_>,
        opaque: &'a [String],
    ) -> Result<Self> {
        let mut reach = Self {
            document,
            opaque,
            seen: BTreeSet::new(),
            open: Vec::new(),
            chained: BTreeSet::new(),
            problems: Diagnostics::default(),
        };
        for (_, path) in paths {
            reach.visit(path, Position::Path);
        }
        for (pointer, component) in &selection.components {
            reach.add_root(selection.file, pointer, component);
        }
        while let Some((node, at)) = reach.open.pop() {
            reach.check_chain(&node);
            reach.visit(&node, at);
        }
        std::mem::take(&mut reach.problems).into_result(reach)
    }

    /// Returns `true` if a component is in scope.
    pub(super) fn has(&self, section: &'static str, name: &str) -> bool {
        self.seen.contains(&(section, name.to_owned()))
    }

    fn visit(&mut self, node: &Node<'a>, at: Position) {
        if self.opaque.iter().any(|pointer| pointer == node.pointer()) {
            return;
        }
        if let Some(section) = at.section()
            && let Some(reference) = node.get("$ref")
        {
            self.follow(&reference, section, at);
            return;
        }
        if at == Position::Schema
            && let Some(result) = expandable::read(node).transpose()
        {
            let expandable = self.problems.record(result);
            if let Some(Expandable::Official(_)) = expandable {
                self.check_targets(node);
            }
            return;
        }
        for (_, child, position) in children(node, at) {
            self.visit(&child, position);
        }
    }

    fn follow(&mut self, reference: &Node<'a>, section: &'static str, at: Position) {
        let Some(text) = self.problems.record(reference.text()) else {
            return;
        };
        let name = text
            .strip_prefix("#/components/")
            .and_then(|rest| rest.strip_prefix(section)?.strip_prefix('/'))
            .filter(|name| !name.contains('/'));
        let Some(name) = name else {
            self.problems.push(foreign(reference, text, section));
            return;
        };
        match self.document.resolve(text) {
            None => self.problems.push(self.dangling(reference, text)),
            Some(node) => self.add(section, name, node, at),
        }
    }

    fn add(&mut self, section: &'static str, name: &str, node: Node<'a>, at: Position) {
        let name = unescape(name);
        if self.seen.insert((section, name)) {
            self.open.push((node, at));
        }
    }

    /// Adds a component that the selection names.
    fn add_root(&mut self, file: &str, pointer: &str, component: &str) {
        let reference = format!("{SCHEMAS}{}", escape(component));
        match self.document.resolve(&reference) {
            Some(node) => self.add("schemas", component, node, Position::Schema),
            None => self.problems.push(help_with_missing(
                Diagnostic::new(
                    file,
                    Place::Pointer(pointer.to_owned()),
                    format!("unknown component `{component}` in {}", self.document.file),
                ),
                self.document,
                suggest::similar(component, self.components()),
                "correct the name, or remove the entry",
            )),
        }
    }

    /// Returns the names of the components of the document.
    fn components(&self) -> impl Iterator<Item = &'a str> {
        let schemas = self.document.root.pointer("/components/schemas");
        let schemas = schemas.and_then(Value::as_object);
        schemas.into_iter().flat_map(Map::keys).map(String::as_str)
    }

    /// Checks that the targets of an expandable exist in the document. They do not have to be in
    /// scope.
    fn check_targets(&mut self, node: &Node<'a>) {
        let members = node.at(&[EXPANSION, "oneOf"]);
        for member in members.iter().filter_map(|all| all.elements().ok()).flatten() {
            let Some(reference) = member.get("$ref") else { continue };
            let text = reference.value.as_str().unwrap_or_default();
            if self.document.resolve(text).is_none() {
                self.problems.push(self.dangling(&reference, text));
            }
        }
    }

    fn dangling(&self, reference: &Node<'_>, text: &str) -> Diagnostic {
        let name = text.rsplit('/').next().unwrap_or(text);
        let otherwise = "add the component, or correct the reference";
        reference.problem(format!("unresolved reference `{text}`")).help(suggest::help(
            name,
            self.components(),
            otherwise,
        ))
    }

    /// Reports a component that only consists of a reference that leads back to it. Each cycle is
    /// reported once, at the first of its components, and no reference is followed twice.
    fn check_chain(&mut self, start: &Node<'a>) {
        let mut chain = Vec::new();
        let mut node = start.clone();
        while self.chained.insert(node.pointer().to_owned()) {
            chain.push(node.clone());
            let text = node.get("$ref").and_then(|text| text.value.as_str());
            let Some(next) = text.and_then(|text| self.document.resolve(text)) else {
                return;
            };
            node = next;
        }
        let start = chain.iter().position(|other| other.pointer() == node.pointer());
        let mut cycle = chain.split_off(start.unwrap_or(chain.len()));
        let first = (0..cycle.len()).min_by_key(|index| cycle[*index].pointer());
        cycle.rotate_left(first.unwrap_or_default());
        if let Some(first) = cycle.first() {
            self.problems.push(cycle_error(first, &cycle));
        }
    }
}

/// Returns the diagnostic for a reference that does not point to the section of its
/// kind.
pub(super) fn foreign(reference: &Node<'_>, text: &str, section: &str) -> Diagnostic {
    reference
        .problem(format!("unsupported reference `{text}`"))
        .expected(format!("a reference that starts with `#/components/{section}/`"))
        .help("references to other files and other sections are not followed")
}

fn cycle_error(start: &Node<'_>, cycle: &[Node<'_>]) -> Diagnostic {
    let steps = cycle.iter().chain(cycle.first());
    let steps: Vec<_> = steps.map(|node| format!("`#{}`", node.pointer())).collect();
    start
        .problem("reference cycle")
        .found(steps.join(" → "))
        .help("replace one of the references with a schema")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::{answer, document, faults, object, refer};

    /// Returns the components that a path with this response reaches.
    fn reached(
        response: &Value,
        schemas: &Value,
        opaque: &[&str],
    ) -> Result<Vec<String>> {
        let document = document(&json!({"/v1/a": {"get": answer(response)}}), schemas);
        let opaque: Vec<String> =
            opaque.iter().map(|pointer| (*pointer).to_owned()).collect();
        let paths: Vec<_> = document.node().get("paths").unwrap().members()?.collect();
        let selection = Selection {
            file: "scope.toml",
            paths: None,
            opaque: &[],
            secret: &[],
            legacy: &[],
            strict: true,
            overlaid: false,
            components: Vec::new(),
            event_types: None,
        };
        let reach = Reach::of(&document, &paths, &selection, &opaque)?;
        Ok(reach.seen.iter().map(|(_, name)| name.clone()).collect())
    }

    fn expandable(names: &[&str]) -> Value {
        let targets: Vec<Value> = names.iter().map(|name| refer(name)).collect();
        let members: Vec<Value> =
            [json!({"type": "string"})].into_iter().chain(targets.clone()).collect();
        json!({"anyOf": members, "x-expansionResources": {"oneOf": targets}})
    }

    #[test]
    fn components_are_reached_without_expanding_ids() {
        let schemas = json!({
            "boat": object(&json!({"oars": {"type": "array", "items": refer("oar")}, "owner": expandable(&["sailor"])})),
            "oar": object(&json!({"boat": refer("boat"), "maker": refer("maker")})),
            "maker": object(&json!({})),
            "sailor": object(&json!({})),
        });
        assert_eq!(
            reached(&refer("boat"), &schemas, &[]).unwrap(),
            ["boat", "maker", "oar"]
        );
        let opaque = ["/components/schemas/boat/properties/oars"];
        assert_eq!(reached(&refer("boat"), &schemas, &opaque).unwrap(), ["boat"]);
    }

    #[test]
    fn a_property_called_as_a_keyword_is_a_property() {
        let schemas = json!({"boat": object(&json!({"$ref": {"type": "string"}, "items": refer("oar")})), "oar": {}});
        assert_eq!(reached(&refer("boat"), &schemas, &[]).unwrap(), ["boat", "oar"]);
    }

    #[test]
    fn references_that_lead_nowhere_are_faults() {
        let chain = json!({"a": refer("b"), "b": refer("a"), "boat": object(&json!({"x": expandable(&["gone"])}))});
        let table = [
            (refer("oar"), "unresolved reference `#/components/schemas/oar`"),
            (refer("boat"), "unresolved reference `#/components/schemas/gone`"),
            (json!({"$ref": "other.yaml#/x"}), "unsupported reference `other.yaml#/x`"),
            (
                json!({"$ref": "#/components/responses/x"}),
                "unsupported reference `#/components/responses/x`",
            ),
            // A cycle is reported once, whichever of its components is reached.
            (refer("b"), "reference cycle"),
            (json!({"$ref": 1}), "expected a string, found a number"),
        ];
        for (response, fault) in table {
            assert_eq!(faults(reached(&response, &chain, &[])), [fault], "{response}");
        }
    }
}
