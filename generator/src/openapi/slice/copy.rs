//! Copies the nodes of a slice.

use serde_json::{Map, Value, json};

use crate::diagnostic::Result;
use crate::openapi::document::Node;
use crate::openapi::position::{Position, children};

use super::Prose;
use super::expandable::{self, Expandable};
use super::reach::Reach;

/// Copies nodes, and converts them to the form of a slice.
pub(super) struct Copier<'a> {
    pub(super) reached: &'a Reach<'a>,
    pub(super) opaque: &'a [String],
    pub(super) prose: Prose,
}

impl Copier<'_> {
    /// Copies a member of the root, completely.
    pub(super) fn root_member(&self, key: &str, node: &Node<'_>) -> Value {
        self.node(node, Position::Root.member(key))
    }

    /// Copies the paths in scope.
    pub(super) fn paths(&self, paths: &[(&str, Node<'_>)]) -> Value {
        paths
            .iter()
            .map(|(path, node)| ((*path).to_owned(), self.node(node, Position::Path)))
            .collect()
    }

    /// Copies the components that were reached, and all security schemes.
    pub(super) fn components(&self, root: &Node<'_>) -> Result<Value> {
        let mut sections = Map::new();
        let Some(components) = root.get("components") else {
            return Ok(json!({}));
        };
        for (key, section) in components.members()? {
            let at = Position::Components.member(key);
            let Position::Map(each) = at else { continue };
            let kept: Map<_, _> = section
                .members()?
                .filter(|(name, _)| {
                    each.section().is_none_or(|section| self.reached.has(section, name))
                })
                .map(|(name, node)| (name.to_owned(), self.node(&node, *each)))
                .collect();
            if !kept.is_empty() {
                sections.insert(key.to_owned(), Value::Object(kept));
            }
        }
        Ok(Value::Object(sections))
    }

    fn node(&self, node: &Node<'_>, at: Position) -> Value {
        if at == Position::Schema
            && let Some(schema) = self.replaced(node)
        {
            return schema;
        }
        match node.value {
            Value::Object(_) if at != Position::Other => self.object(node, at),
            Value::Array(_) if at != Position::Other => children(node, at)
                .iter()
                .map(|(_, child, position)| self.node(child, *position))
                .collect(),
            value => value.clone(),
        }
    }

    fn object(&self, node: &Node<'_>, at: Position) -> Value {
        let drop = self.prose == Prose::Drop;
        let mut object = Map::new();
        for (key, child, position) in children(node, at) {
            if !drop || !at.prose(key) {
                object.insert(key.to_owned(), self.node(&child, position));
            } else if at == Position::Response {
                // Required by OpenAPI.
                object.insert(key.to_owned(), "".into());
            }
        }
        Value::Object(object)
    }

    /// Returns the replacement for an opaque property, or for an expandable id whose
    /// targets are out of scope.
    fn replaced(&self, node: &Node<'_>) -> Option<Value> {
        let keep: &[&str] = match self.prose {
            Prose::Keep => &["deprecated", "description", "nullable"],
            Prose::Drop => &["deprecated", "nullable"],
        };
        if self.opaque.iter().any(|pointer| pointer == node.pointer()) {
            return Some(opaque(node, keep));
        }
        match expandable::read(node).ok()?? {
            Expandable::Official(targets) if !self.in_scope(&targets) => {
                Some(expandable::cut(node, &targets, keep))
            }
            _ => None,
        }
    }

    fn in_scope(&self, components: &[&str]) -> bool {
        components.iter().all(|name| self.reached.has("schemas", name))
    }
}

fn opaque(node: &Node<'_>, keep: &[&str]) -> Value {
    let mut schema = Map::new();
    schema.insert("additionalProperties".to_owned(), true.into());
    for key in keep {
        if let Some(member) = node.get(key) {
            schema.insert((*key).to_owned(), member.value.clone());
        }
    }
    schema.insert("type".to_owned(), "object".into());
    Value::Object(schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, document, object, refer};

    /// Copies the components that a path reaches.
    fn copied(prose: Prose) -> Value {
        let targets = json!([refer("sailor")]);
        let owner = json!({
            "anyOf": [{"type": "string"}, refer("sailor")],
            "x-expansionResources": {"oneOf": targets},
            "description": "The owner.", "nullable": true, "maxLength": 5,
        });
        let title = json!({
            "type": "string", "description": "The title.", "example": "a",
            "x-stripeEnum": {"values": [{"value": "a", "description": "A."}]},
        });
        let schemas = json!({"boat": object(&json!({"owner": owner, "title": title})), "sailor": {"type": "object"}});
        let document =
            document(&json!({"/v1/a": {"get": answer(&refer("boat"))}}), &schemas);
        let paths: Vec<_> =
            document.node().get("paths").unwrap().members().unwrap().collect();
        let selection = super::super::Selection {
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
        let reached = &Reach::of(&document, &paths, &selection, &[]).unwrap();
        let copier = Copier { reached, opaque: &[], prose };
        let mut root = copier.components(&document.node()).unwrap();
        root["schemas"]["boat"]["properties"].take()
    }

    #[test]
    fn ids_of_objects_out_of_scope_have_the_form_of_a_slice() {
        let owner = json!({
            "description": "The owner.", "nullable": true, "type": "string", "x-expansionResources": ["sailor"],
        });
        assert_eq!(copied(Prose::Keep)["owner"], owner);
    }

    #[test]
    fn prose_is_dropped_but_not_a_property_of_that_name() {
        let title = json!({"type": "string"});
        let copy = copied(Prose::Drop);
        assert_eq!(copy["title"], title);
        let owner = json!({"nullable": true, "type": "string", "x-expansionResources": ["sailor"]});
        assert_eq!(copy["owner"], owner);
    }
}
