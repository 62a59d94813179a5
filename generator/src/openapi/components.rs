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
