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
