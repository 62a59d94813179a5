//! The component schemas of a document.

use std::collections::BTreeMap;

use super::document::Document;
use super::schema::Schema;
use crate::diagnostic::{Diagnostics, Result};

/// The components by name. Each is parsed once.
#[derive(Debug)]
pub(crate) struct Components<'a> {
    document: &'a Document,
    parsed: BTreeMap<&'a str, Schema<'a>>,
}

impl<'a> Components<'a> {
    /// Parses all components.
    ///
    /// # Errors
    /// Returns an error if one of them has an unsupported form.
    pub(crate) fn parse(document: &'a Document) -> Result<Self> {
        let mut problems = Diagnostics::default();
        let mut parsed = BTreeMap::new();
        if let Some(schemas) = document.node().at(&["components", "schemas"]) {
            for (name, node) in schemas.members()? {
                let schema = problems.record(Schema::parse(&node));
                parsed.extend(schema.map(|schema| (name, schema)));
            }
        }
        problems.into_result(Self { document, parsed })
    }

    /// Returns `true` if there is a component with this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.parsed.contains_key(name)
    }

    /// Returns a component, after following references.
    ///
    /// # Errors
    /// Returns an error if there is no such component, or if it only refers to itself.
    pub(crate) fn get(&self, name: &str) -> Result<&Schema<'a>> {
        let mut seen = Vec::new();
        let mut name = name;
        loop {
            let Some(schema) = self.parsed.get(name).filter(|_| !seen.contains(&name))
            else {
                return Err(self.unresolved(name).into());
            };
            let Some(next) = schema.reference() else { return Ok(schema) };
            seen.push(name);
            name = next;
        }
    }

    fn unresolved(&self, name: &str) -> crate::diagnostic::Diagnostic {
        let node = self.parsed.get(name).map(|schema| schema.node.clone());
        node.unwrap_or_else(|| self.document.node())
            .problem(format!("reference to `{name}` does not lead to a schema"))
            .help("correct the reference with an overlay")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::{document, faults, object, refer};

    #[test]
    fn a_component_is_found_behind_references_to_it() {
        let schemas = json!({
            "boat": object(&json!({"x": {"type": "number"}})), "ship": refer("boat"), "vessel": refer("ship"),
            "a": refer("b"), "b": refer("a"),
        });
        let document = document(&json!({}), &schemas);
        let components = Components::parse(&document).unwrap();
        let table = [
            ("boat", Ok("/components/schemas/boat")),
            ("vessel", Ok("/components/schemas/boat")),
            ("a", Err("reference to `a` does not lead to a schema")),
            ("oar", Err("reference to `oar` does not lead to a schema")),
        ];
        for (name, expected) in table {
            let found =
                components.get(name).map(|schema| schema.node.pointer().to_owned());
            match expected {
                Ok(pointer) => assert_eq!(found.as_deref(), Ok(pointer)),
                Err(fault) => assert_eq!(faults(found), [fault]),
            }
        }
        assert!(components.has("a") && !components.has("oar"));
    }

    #[test]
    fn all_faults_are_reported() {
        let schemas =
            json!({"a": {"type": "x"}, "b": {"type": "object"}, "c": {"not": {}}});
        let document = document(&json!({}), &schemas);
        let expected = ["unknown type `x`", "unsupported keyword `not`"];
        assert_eq!(faults(Components::parse(&document)), expected);
    }
}
