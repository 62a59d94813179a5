//! The supported forms of a schema. Any other form is reported here, with its pointer,
//! so that the readers of this module handle only supported forms.

use crate::diagnostic::{Diagnostics, Result};
use crate::openapi::dialect;
use crate::openapi::document::Node;

/// Keywords that annotate a schema and do not affect its form.
const ANNOTATIONS: &[&str] = &[
    "description",
    "title",
    "nullable",
    "deprecated",
    "maxLength",
    "pattern",
    "format",
];

/// The keywords of each `type`.
const TYPES: &[(&str, &[&str])] = &[
    ("string", &["enum"]),
    ("integer", &[]),
    ("number", &[]),
    ("boolean", &["enum"]),
    ("array", &["items"]),
    ("object", &["properties", "required", "additionalProperties"]),
];

/// Keywords that combine schemas and that the generator does not support.
const COMPOSITIONS: &[&str] = &["allOf", "oneOf", "not"];

const REWRITE: &str = "rewrite the schema with an overlay, or list the property under `opaque` in the scope";

/// Checks a schema and all schemas inside it.
pub(crate) fn check(node: &Node<'_>) -> Result<()> {
    let object = node.object()?;
    if object.contains_key("$ref") {
        return check_reference(node);
    }
    if object.contains_key("anyOf") {
        return check_words(node, &["anyOf"], "a schema with `anyOf`")
            .and_then(|()| check_members(node));
    }
    let Some(kind) = node.get("type") else {
        let fault = match COMPOSITIONS.iter().find(|word| object.contains_key(**word)) {
            Some(word) => format!("unsupported keyword `{word}`"),
            None => "schema without `type`, `anyOf` or `$ref`".to_owned(),
        };
        return Err(node.problem(fault).help(REWRITE).into());
    };
    let kind = kind.text()?;
    let Some((_, allowed)) = TYPES.iter().find(|(name, _)| *name == kind) else {
        let fault = format!("unknown type `{kind}`");
        return Err(node.problem(fault).help(REWRITE).into());
    };
    check_words(node, allowed, &format!("a schema of type `{kind}`"))?;
    match kind {
        "string" => check_enum(node, "strings", serde_json::Value::is_string),
        "boolean" => check_enum(node, "booleans", serde_json::Value::is_boolean),
        "array" => check(&node.require("items")?),
        "object" => check_object(node),
        _ => Ok(()),
    }
}

fn check_reference(node: &Node<'_>) -> Result<()> {
    check_words(node, &["$ref"], "a reference")?;
    let reference = node.require("$ref")?;
    let text = reference.text()?;
    if text.starts_with(dialect::SCHEMAS) && node.document().resolve(text).is_some() {
        return Ok(());
    }
    Err(reference
        .problem(format!("unresolved reference `{text}`"))
        .help("add the component, or correct the reference with an overlay")
        .into())
}

fn check_members(node: &Node<'_>) -> Result<()> {
    let mut problems = Diagnostics::default();
    let members = node.require("anyOf")?;
    if members.elements()?.next().is_none() {
        return Err(members.problem("`anyOf` without members").help(REWRITE).into());
    }
    for member in members.elements()? {
        problems.record(check(&member));
    }
    problems.into_result(())
}

fn check_enum(
    node: &Node<'_>,
    what: &str,
    is: fn(&serde_json::Value) -> bool,
) -> Result<()> {
    let Some(values) = node.get("enum") else { return Ok(()) };
    let mut problems = Diagnostics::default();
    let mut seen = std::collections::BTreeSet::new();
    for value in values.elements()? {
        if !is(value.value) {
            problems.push(value.mismatch(&format!("an enum of {what}")));
        } else if !seen.insert(value.value.to_string()) {
            problems.push(
                value
                    .problem(format!("duplicate enum value {}", value.value))
                    .help("remove one of them with an overlay"),
            );
        }
    }
    if seen.is_empty() && problems.iter().next().is_none() {
        return Err(values.problem("`enum` without values").help(REWRITE).into());
    }
    problems.into_result(())
}

fn check_object(node: &Node<'_>) -> Result<()> {
    let mut problems = Diagnostics::default();
    if let Some(properties) = node.get("properties") {
        for (_, property) in properties.members()? {
            problems.record(check(&property));
        }
    }
    if let Some(required) = node.get("required") {
        for name in required.elements()? {
            let text = name.text()?;
            if node.at(&["properties", text]).is_none() {
                problems.push(
                    name.problem(format!("unknown property `{text}` in `required`"))
                        .help("remove the name or add the property, with an overlay"),
                );
            }
        }
    }
    if let Some(values) =
        node.get("additionalProperties").filter(|v| !v.value.is_boolean())
    {
        if node
            .get("properties")
            .is_some_and(|p| p.value.as_object().is_some_and(|o| !o.is_empty()))
        {
            problems.push(
                values
                    .problem(
                        "`properties` together with a schema in `additionalProperties`",
                    )
                    .help(REWRITE),
            );
        }
        problems.record(check(&values));
    }
    problems.into_result(())
}

fn check_words(node: &Node<'_>, allowed: &[&str], what: &str) -> Result<()> {
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
