//! The keywords that a schema can have, by its type.

use super::document::Node;
use crate::diagnostic::{Diagnostics, Result};

/// Keywords that annotate or constrain a schema and do not affect its form.
const ANNOTATIONS: &[&str] = &[
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "externalDocs",
    "format",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "nullable",
    "pattern",
    "readOnly",
    "title",
    "uniqueItems",
    "writeOnly",
    "xml",
];

/// The keywords of each `type`.
const TYPES: &[(&str, &[&str])] = &[
    ("string", &["enum"]),
    ("integer", &["enum"]),
    ("number", &[]),
    ("boolean", &["enum"]),
    ("array", &["items"]),
    ("object", &["properties", "required", "additionalProperties"]),
];

/// Keywords that combine schemas and that the generator does not support.
const COMPOSITIONS: &[&str] = &["allOf", "oneOf", "not"];

/// The help for a schema of an unsupported form.
pub(super) const REWRITE: &str = "rewrite the schema with an overlay, or list the property under `opaque` in the scope";

/// Returns the `type` of a schema, after checking its keywords.
///
/// # Errors
/// Returns an error if the schema has no known type, or a keyword that does not belong to
/// its type.
pub(super) fn kind(node: &Node<'_>) -> Result<&'static str> {
    let Some(kind) = node.get("type") else {
        let has = |word: &&&str| node.get(word).is_some();
        let fault = match COMPOSITIONS.iter().find(has) {
            Some(word) => format!("unsupported keyword `{word}`"),
            None => "schema without `type`, `anyOf` or `$ref`".to_owned(),
        };
        return Err(node.problem(fault).help(REWRITE).into());
    };
    let kind = kind.text()?;
    let Some((name, allowed)) = TYPES.iter().find(|(name, _)| *name == kind) else {
        let fault = format!("unknown type `{kind}`");
        return Err(node.problem(fault).help(REWRITE).into());
    };
    check_all(node, allowed, &format!("a schema of type `{kind}`"))?;
    Ok(name)
}

/// Checks that a schema has no other keywords than `keyword` and annotations.
///
/// # Errors
/// Returns one error for each of the others.
pub(super) fn check(node: &Node<'_>, keyword: &str, what: &str) -> Result<()> {
    check_all(node, &[keyword], what)
}

fn check_all(node: &Node<'_>, allowed: &[&str], what: &str) -> Result<()> {
    let mut problems = Diagnostics::default();
    for (word, member) in node.members()? {
        let known = word == "type"
            || allowed.contains(&word)
            || ANNOTATIONS.contains(&word)
            || word.starts_with("x-");
        if !known {
            problems.push(
                member
                    .problem(format!("unsupported keyword `{word}` on {what}"))
                    .help(REWRITE),
            );
        }
    }
    problems.into_result(())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::{faults, tree};

    fn kind_of(schema: Value) -> Result<&'static str> {
        kind(&tree(schema).node())
    }

    #[test]
    fn annotations_and_extensions_belong_to_every_type() {
        let schema = json!({"type": "array", "items": {}, "description": "", "title": "", "x-a": 1});
        assert_eq!(kind_of(schema), Ok("array"));
    }

    #[test]
    fn keywords_of_other_types_are_faults() {
        let table = [
            (
                json!({"type": "string", "items": {}}),
                "unsupported keyword `items` on a schema of type `string`",
            ),
            (
                json!({"type": "integer", "minimum": 1, "properties": {}}),
                "unsupported keyword `properties` on a schema of type `integer`",
            ),
            (
                json!({"type": "number", "enum": [1]}),
                "unsupported keyword `enum` on a schema of type `number`",
            ),
            (json!({"type": "paper"}), "unknown type `paper`"),
            (json!({"oneOf": []}), "unsupported keyword `oneOf`"),
            (json!({}), "schema without `type`, `anyOf` or `$ref`"),
        ];
        for (schema, fault) in table {
            assert_eq!(faults(kind_of(schema)), [fault]);
        }
    }

    #[test]
    fn each_keyword_beside_the_only_one_is_a_fault() {
        let document =
            tree(json!({"$ref": "#/x", "nullable": true, "enum": [], "items": {}}));
        let expected = [
            "unsupported keyword `enum` on a reference",
            "unsupported keyword `items` on a reference",
        ];
        assert_eq!(faults(check(&document.node(), "$ref", "a reference")), expected);
    }
}
