//! Overlays of prose, which describe nodes and enum values and cannot change anything
//! else.

use crate::diagnostic::{Diagnostic, Diagnostics, Result};
use crate::openapi::dialect::{ENUM_DESCRIPTIONS, EVENT_TYPES, TYPE_DESCRIPTION};
use crate::openapi::document::{Document, Node};
use crate::openapi::position::Position;

use super::Step;

/// Checks that `update` only describes what exists at each of `places`.
///
/// # Errors
/// Returns an error if a member is not a description, or describes something that does
/// not exist.
pub(super) fn check(
    document: &Document,
    paths: &[Vec<Step>],
    update: &Node<'_>,
) -> Result<()> {
    let mut problems = Diagnostics::default();
    for path in paths {
        let mut at = Position::Root;
        let mut target = Some(document.node());
        for step in path {
            let key = match step {
                Step::Element(index) => index.to_string(),
                Step::Member(name) => name.clone(),
            };
            at = at.member(&key);
            target = target.and_then(|target| child(&target, step));
        }
        if let Some(target) = target {
            problems.record(describe(update, &target, at));
        }
    }
    problems.into_result(())
}

fn child<'a>(node: &Node<'a>, step: &Step) -> Option<Node<'a>> {
    match step {
        Step::Member(name) => node.get(name),
        Step::Element(index) => node.elements().ok()?.nth(*index),
    }
}

fn describe(update: &Node<'_>, target: &Node<'_>, at: Position) -> Result<()> {
    let mut problems = Diagnostics::default();
    for (key, member) in update.members()? {
        let result = match key {
            "description" if at.describable() => text(&member),
            TYPE_DESCRIPTION if at == Position::Schema => text(&member),
            ENUM_DESCRIPTIONS if at == Position::Schema => values(&member, target),
            _ => match target.get(key) {
                Some(target) if target.value.is_object() && member.value.is_object() => {
                    describe(&member, &target, at.member(key))
                }
                Some(_) => Err(not_prose(&member, key).into()),
                None => Err(absent(&member, target, key).into()),
            },
        };
        problems.record(result);
    }
    problems.into_result(())
}

fn values(update: &Node<'_>, target: &Node<'_>) -> Result<()> {
    let mut problems = Diagnostics::default();
    let mut existing = Vec::new();
    for key in ["enum", EVENT_TYPES] {
        if let Some(values) = target.get(key) {
            existing.extend(values.elements()?.map(|value| wire(&value)));
        }
    }
    for (value, description) in update.members()? {
        problems.record(text(&description));
        if !existing.iter().any(|existing| existing == value) {
            problems.push(
                description
                    .problem(format!("description of unknown enum value `{value}`"))
                    .expected(format!(
                        "a value of {}#{}",
                        target.document().file,
                        target.pointer()
                    )),
            );
        }
    }
    problems.into_result(())
}

fn wire(value: &Node<'_>) -> String {
    match value.value.as_str() {
        Some(text) => text.to_owned(),
        None => value.value.to_string(),
    }
}

fn text(description: &Node<'_>) -> Result<()> {
    if description.text()?.trim().is_empty() {
        return Err(description
            .problem("empty description")
            .help("write a description, or remove the member")
            .into());
    }
    Ok(())
}

fn not_prose(member: &Node<'_>, key: &str) -> Diagnostic {
    member
        .problem(format!("`{key}` in an overlay of prose"))
        .expected(format!(
            "`description`, `{TYPE_DESCRIPTION}` or `{ENUM_DESCRIPTIONS}`"
        ))
        .help("change structure in an overlay without `x-kind: prose`")
}

/// Returns the diagnostic for an overlay of prose that removes something.
pub(super) fn removal(action: &Node<'_>) -> Diagnostic {
    not_prose(&action.get("remove").unwrap_or_else(|| action.clone()), "remove")
}

fn absent(member: &Node<'_>, target: &Node<'_>, key: &str) -> Diagnostic {
    member
        .problem(format!("description of unknown member `{key}`"))
        .expected(format!("a member of {}#{}", target.document().file, target.pointer()))
        .help("correct the name: an overlay of prose cannot add members")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::{document, faults, object};

    /// Checks an update of the component `boat`.
    fn checked(update: Value) -> Result<()> {
        let colour = json!({"type": "string", "enum": ["red"]});
        let schemas = json!({"boat": object(&json!({"colour": colour, "description": {"type": "string"}}))});
        let path =
            ["components", "schemas", "boat"].map(|step| Step::Member(step.to_owned()));
        check(
            &document(&json!({}), &schemas),
            &[path.into()],
            &crate::testing::tree(update).node(),
        )
    }

    #[test]
    fn nodes_types_and_values_are_described() {
        let colour = json!({"description": "It.", "x-typeDescription": "A colour.", "x-enumDescriptions": {"red": "Red."}});
        let updates = [
            json!({"description": "A boat."}),
            json!({"properties": {"colour": colour}}),
            // A property of this name is no description.
            json!({"properties": {"description": {"description": "A text."}}}),
        ];
        for update in updates {
            assert_eq!(checked(update.clone()), Ok(()), "{update}");
        }
    }

    #[test]
    fn anything_else_is_a_fault() {
        let in_colour = |update: Value| json!({"properties": {"colour": update}});
        let table = [
            (json!({"type": "array"}), "`type` in an overlay of prose"),
            (json!({"required": ["x"]}), "`required` in an overlay of prose"),
            (json!({"nullable": true}), "description of unknown member `nullable`"),
            (
                json!({"properties": {"sail": {}}}),
                "description of unknown member `sail`",
            ),
            (
                json!({"properties": {"description": "x"}}),
                "`description` in an overlay of prose",
            ),
            (json!({"description": " "}), "empty description"),
            (
                in_colour(json!({"x-enumDescriptions": {"blue": "Blue."}})),
                "description of unknown enum value `blue`",
            ),
            (in_colour(json!({"x-enumDescriptions": {"red": ""}})), "empty description"),
        ];
        for (update, fault) in table {
            assert_eq!(faults(checked(update.clone())), [fault], "{update}");
        }
    }
}
