//! Reads overlay files.

use serde_json_path::JsonPath;

use crate::diagnostic::{Diagnostics, Result};
use crate::openapi::dialect::OVERLAY_KIND;
use crate::openapi::document::Node;

/// The changes that an overlay may make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Any change.
    Structure,
    /// Descriptions only.
    Prose,
}

/// A parsed action.
pub(super) struct Action<'a> {
    pub(super) node: Node<'a>,
    pub(super) target: JsonPath,
    pub(super) target_text: &'a str,
    pub(super) change: Change<'a>,
}

/// The change that an action makes to its targets.
pub(super) enum Change<'a> {
    Remove,
    Update(Node<'a>),
}

/// The maximum length of a JSONPath.
const LENGTH: usize = 1_000;

/// The maximum nesting of a JSONPath. Its parser is recursive, and the stack is finite.
const NESTING: usize = 16;

const FORM: &str =
    "an overlay starts with `overlay: 1.0.0`, see the OpenAPI Overlay Specification 1.0";

/// Reads the kind and the actions of an overlay.
pub(super) fn overlay<'a>(root: &Node<'a>) -> Result<(Kind, Vec<Action<'a>>)> {
    check_version(root)?;
    let mut problems = Diagnostics::default();
    problems.record(known(root, &["overlay", "info", "extends", "actions"]));
    if let Some(extends) = root.get("extends") {
        problems.record(extends.text());
    }
    let kind = problems.record(kind(root));
    let mut actions = Vec::new();
    let list = root.require("actions")?;
    for node in list.elements()? {
        actions.extend(problems.record(action(node)));
    }
    if list.elements()?.next().is_none() {
        problems.push(
            list.problem("the overlay has no actions")
                .help("add an action, or remove the overlay from the scope"),
        );
    }
    problems.into_result((kind.unwrap_or(Kind::Structure), actions))
}

fn check_version(root: &Node<'_>) -> Result<()> {
    let problem = match root.get("overlay") {
        None => root.problem("not an overlay: missing member `overlay`"),
        Some(version) => match version.value.as_str() {
            Some(text) if text.starts_with("1.0.") => return Ok(()),
            Some(text) => version.problem(format!("unsupported overlay version {text}")),
            None => version.mismatch("a string"),
        },
    };
    Err(problem.help(FORM).into())
}

fn kind(root: &Node<'_>) -> Result<Kind> {
    let info = root.require("info")?;
    known(&info, &["title", "version"])?;
    info.require("title")?.text()?;
    info.require("version")?.text()?;
    let Some(kind) = info.get(OVERLAY_KIND) else {
        return Ok(Kind::Structure);
    };
    match kind.value.as_str() {
        Some("prose") => Ok(Kind::Prose),
        _ => Err(kind
            .problem(format!("unknown kind of overlay {}", kind.value))
            .help("write `x-kind: prose`, or remove it if the overlay changes structure")
            .into()),
    }
}

/// Reads an action.
pub(super) fn action(node: Node<'_>) -> Result<Action<'_>> {
    known(&node, &["target", "description", "update", "remove"])?;
    let target = node.require("target")?;
    let target_text = target.text()?;
    if target_text.len() > LENGTH || nesting(target_text) > NESTING {
        return Err(target
            .problem("the JSONPath is too long or too deeply nested")
            .expected(format!("at most {LENGTH} bytes and {NESTING} open brackets"))
            .help("split the action")
            .into());
    }
    let parsed = JsonPath::parse(target_text).map_err(|error| {
        let help = match target_text.starts_with('$') {
            true => "the syntax is that of RFC 9535",
            false => "a JSONPath starts with `$`, such as `$.components.schemas`",
        };
        target
            .problem(format!("invalid JSONPath `{target_text}`"))
            .found(format!("{} at character {}", error.message(), error.position() + 1))
            .help(help)
    })?;
    Ok(Action { change: change(&node)?, target: parsed, target_text, node })
}

/// Returns the number of brackets that are open at once. Those in strings count too.
fn nesting(path: &str) -> usize {
    let mut open: usize = 0;
    let depths = path.chars().map(|c| {
        match c {
            '(' | '[' => open += 1,
            ')' | ']' => open = open.saturating_sub(1),
            _ => {}
        }
        open
    });
    depths.max().unwrap_or_default()
}

/// `remove` takes precedence over `update`, as the specification says.
fn change<'a>(node: &Node<'a>) -> Result<Change<'a>> {
    if let Some(remove) = node.get("remove")
        && remove.boolean()?
    {
        return Ok(Change::Remove);
    }
    match node.get("update") {
        Some(update) => Ok(Change::Update(update)),
        None => Err(node
            .problem("action without effect: neither `update` nor `remove: true`")
            .into()),
    }
}

/// Checks that an object has no members except `keys` and extensions.
fn known(node: &Node<'_>, keys: &[&str]) -> Result<()> {
    let mut problems = Diagnostics::default();
    for (key, member) in node.members()? {
        if !keys.contains(&key) && !key.starts_with("x-") {
            problems.push(
                member
                    .problem(format!("unknown member `{key}`"))
                    .expected(format!("one of `{}`", keys.join("`, `"))),
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

    /// Reads an overlay with these members instead of the usual ones.
    fn read(members: &Value) -> Result<(Kind, usize)> {
        let mut root = json!({
            "overlay": "1.0.0",
            "info": {"title": "Fixes", "version": "1"},
            "actions": [{"target": "$", "update": {}}],
        });
        for (key, value) in members.as_object().unwrap() {
            root[key] = value.clone();
        }
        let document = tree(root);
        overlay(&document.node()).map(|(kind, actions)| (kind, actions.len()))
    }

    #[test]
    fn an_overlay_has_a_kind_and_actions() {
        let prose = json!({"info": {"title": "", "version": "", "x-kind": "prose"}});
        assert_eq!(read(&json!({})), Ok((Kind::Structure, 1)));
        assert_eq!(read(&prose), Ok((Kind::Prose, 1)));
    }

    #[test]
    fn malformed_overlays_are_faults() {
        let action = |action: Value| json!({"actions": [action]});
        let table = [
            (json!({"overlay": "2.0.0"}), "unsupported overlay version 2.0.0"),
            (json!({"overlay": 1}), "expected a string, found a number"),
            (json!({"extra": 1}), "unknown member `extra`"),
            (json!({"actions": []}), "the overlay has no actions"),
            (
                json!({"info": {"title": "", "version": "", "x-kind": "poem"}}),
                "unknown kind of overlay \"poem\"",
            ),
            (
                action(json!({"target": "$.a"})),
                "action without effect: neither `update` nor `remove: true`",
            ),
            (
                action(json!({"target": "$.a", "remove": false})),
                "action without effect: neither `update` nor `remove: true`",
            ),
            (action(json!({"target": "a", "remove": true})), "invalid JSONPath `a`"),
            (action(json!({"update": {}})), "missing member `target`"),
        ];
        for (members, fault) in table {
            assert_eq!(faults(read(&members)), [fault], "{members}");
        }
    }

    #[test]
    fn removal_takes_precedence_over_an_update() {
        let document = tree(json!({"remove": true, "update": {}}));
        assert!(matches!(change(&document.node()), Ok(Change::Remove)));
    }
}
