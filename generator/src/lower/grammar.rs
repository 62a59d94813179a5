//! The forms of a schema that the generator understands. Any other is refused here, with its
//! pointer, so that the readers behind this module match on what is left.

use crate::diagnostic::{Diagnostics, Result};
use crate::dialect;
use crate::document::Node;

/// Words that annotate a schema and do not change its form.
const ANNOTATIONS: &[&str] = &[
    "description",
    "title",
    "nullable",
    "deprecated",
    "maxLength",
    "pattern",
    "format",
];

/// Words that belong to a `type`.
const TYPES: &[(&str, &[&str])] = &[
    ("string", &["enum"]),
    ("integer", &[]),
    ("number", &[]),
    ("boolean", &["enum"]),
    ("array", &["items"]),
    ("object", &["properties", "required", "additionalProperties"]),
];

/// Checks a schema and all schemas inside it.
pub(super) fn check(node: &Node<'_>) -> Result<()> {
    let object = node.object()?;
    if object.contains_key("$ref") {
        return check_reference(node);
    }
    if object.contains_key("anyOf") {
        return check_words(node, &["anyOf"], "a schema with `anyOf`")
            .and_then(|()| check_members(node));
    }
    let Some(kind) = node.get("type") else {
        return Err(refuse(
            node,
            "a schema with `type`, `anyOf` or `$ref`",
            &words(node),
        ));
    };
    let kind = kind.text()?;
    let Some((_, allowed)) = TYPES.iter().find(|(name, _)| *name == kind) else {
        return Err(refuse(node, "a type that JSON knows", &format!("`type: {kind}`")));
    };
    check_words(node, allowed, &format!("a schema of type {kind}"))?;
    match kind {
        "string" => check_enum(node, "texts", serde_json::Value::is_string),
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
        .problem("a reference to a schema in `components`")
        .found(format!("`{text}`, which leads nowhere"))
        .help("add the component, or repair the reference with an overlay")
        .into())
}

fn check_members(node: &Node<'_>) -> Result<()> {
    let mut problems = Diagnostics::default();
    let members = node.require("anyOf")?;
    if members.elements()?.next().is_none() {
        return Err(refuse(&members, "at least one member", "none"));
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
            problems.push(value.mismatch(&format!("only {what} in this `enum`")));
        } else if !seen.insert(value.value.to_string()) {
            problems.push(
                value
                    .problem("every value of an `enum` once")
                    .found(format!("{} again", value.value))
                    .help("remove one of them with an overlay"),
            );
        }
    }
    if seen.is_empty() && problems.iter().next().is_none() {
        return Err(refuse(&values, "at least one value", "none"));
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
                    name.problem("the name of a property")
                        .found(format!("`{text}`, which is none"))
                        .help("remove the name, or add the property, with an overlay"),
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
                    .problem("either `properties` or a schema for free keys")
                    .found("both")
                    .help("repair the schema with an overlay, or name the property as opaque in the scope"),
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
                    .problem(format!("only words that the generator knows on {what}"))
                    .found(format!("`{word}`"))
                    .help("rewrite the schema with an overlay, or name the property as opaque in the scope"),
            );
        }
    }
    problems.into_result(())
}

fn refuse(node: &Node<'_>, expected: &str, found: &str) -> Diagnostics {
    node.problem(expected)
        .found(found)
        .help("rewrite the schema with an overlay, or name the property as opaque in the scope")
        .into()
}

fn words(node: &Node<'_>) -> String {
    let words: Vec<String> = node
        .members()
        .map(|m| m.map(|(word, _)| format!("`{word}`")).collect())
        .unwrap_or_default();
    if words.is_empty() { "an empty schema".to_owned() } else { words.join(", ") }
}
