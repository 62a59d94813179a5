//! Ids that the API can expand to objects.
//!
//! If all targets are in scope, such a schema keeps its official form: `anyOf` a string
//! and the targets, which are listed once more next to it. Otherwise the slice contains
//! `{type: string, x-expansionResources: [name, …]}`, so that the targets need not
//! exist.

use serde_json::{Map, Value};

use crate::diagnostic::{Diagnostic, Result};
use crate::openapi::dialect::{EXPANSION, SCHEMAS};
use crate::openapi::document::Node;

/// The form of an expandable schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expandable<'a> {
    /// References to these components.
    Official(Vec<&'a str>),
    /// The names of these components, which need not exist.
    Cut(Vec<&'a str>),
}

/// Returns the form of an expandable schema, or `None` if the schema is not expandable.
///
/// # Errors
/// Returns an error if the keyword has neither of the two forms.
pub fn read<'a>(node: &Node<'a>) -> Result<Option<Expandable<'a>>> {
    let Some(keyword) = node.get(EXPANSION) else {
        return Ok(None);
    };
    if keyword.value.is_array() {
        let names = keyword.elements()?.map(|name| name.text());
        return names.collect::<Result<Vec<_>>>().map(Expandable::Cut).map(Some);
    }
    let targets = keyword.require("oneOf")?.elements()?.map(|t| target(&t));
    let targets = targets.collect::<Result<Vec<_>>>()?;
    let members = node.require("anyOf")?;
    let mut named = Vec::new();
    for member in members.elements()? {
        if member.get("type").is_none_or(|kind| kind.value != "string") {
            named.push(target(&member)?);
        }
    }
    if named == targets {
        Ok(Some(Expandable::Official(targets)))
    } else {
        Err(differ(&members, &named, &targets).into())
    }
}

/// Converts an expandable schema whose targets are not all in scope.
pub(super) fn cut(node: &Node<'_>, targets: &[&str], keep: &[&str]) -> Value {
    let mut schema = Map::new();
    for key in keep {
        if let Some(member) = node.get(key) {
            schema.insert((*key).to_owned(), member.value.clone());
        }
    }
    schema.insert("type".to_owned(), "string".into());
    schema.insert(EXPANSION.to_owned(), targets.to_vec().into());
    Value::Object(schema)
}

fn target<'a>(node: &Node<'a>) -> Result<&'a str> {
    let reference = node.require("$ref")?;
    let text = reference.text()?;
    text.strip_prefix(SCHEMAS)
        .ok_or_else(|| super::reach::foreign(&reference, text, "schemas").into())
}

fn differ(members: &Node<'_>, named: &[&str], targets: &[&str]) -> Diagnostic {
    members
        .problem(format!("`anyOf` and `{EXPANSION}` name different components"))
        .expected(format!("`anyOf` a string and {}", quoted(targets)))
        .found(quoted(named))
        .help("make the two agree with an overlay")
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::{faults, refer, tree};

    #[test]
    fn both_forms_of_an_expandable_name_its_targets() {
        let official = json!({"anyOf": [{"type": "string"}, refer("a"), refer("b")], "x-expansionResources": {"oneOf": [refer("a"), refer("b")]}});
        let cut = json!({"type": "string", "x-expansionResources": ["a", "b"]});
        let table = [
            (official, Some(Expandable::Official(vec!["a", "b"]))),
            (cut, Some(Expandable::Cut(vec!["a", "b"]))),
            (json!({"type": "string"}), None),
        ];
        for (schema, expected) in table {
            assert_eq!(read(&tree(schema).node()).unwrap(), expected);
        }
    }

    #[test]
    fn members_and_targets_are_the_same() {
        let differ = json!({"anyOf": [{"type": "string"}, refer("a")], "x-expansionResources": {"oneOf": [refer("b")]}});
        let table = [
            (differ, "`anyOf` and `x-expansionResources` name different components"),
            (json!({"x-expansionResources": 1}), "expected an object, found a number"),
            (json!({"x-expansionResources": {"oneOf": []}}), "missing member `anyOf`"),
        ];
        for (schema, fault) in table {
            assert_eq!(faults(read(&tree(schema).node())), [fault]);
        }
    }
}
