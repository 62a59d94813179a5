//! Tells why items have their names.

use super::Sources;
use crate::rust::{Obstacle, Place, Reason, Refused, Rule, TypeDef};

/// Explains the name of a type. What the lock holds is compared with what the rules say.
pub(super) fn of_type(sources: &Sources<'_>, def: &TypeDef) -> Vec<String> {
    let mut lines = reason(sources, def);
    if def.reason == Reason::Lock
        && let Some(other) = unlocked(sources, def)
    {
        let path = other.name.path();
        let same = if path == def.name.path() { "the same" } else { "another one" };
        let without = match sources.inputs.whole {
            Some(_) => "the name in the whole API; in this part alone it would be",
            None => "without the lock it would be",
        };
        lines.push(format!("{without} {same}: {path}"));
        lines.extend(reason(sources, other));
    }
    lines
}

/// Returns the same type of the crate as the rules alone name it.
fn unlocked<'a>(sources: &Sources<'a>, def: &TypeDef) -> Option<&'a TypeDef> {
    let key = def.origin().key();
    let has_key = |other: &&TypeDef| other.origins.iter().any(|o| o.key() == key);
    sources.unlocked?.types.iter().find(has_key)
}

fn reason(sources: &Sources<'_>, def: &TypeDef) -> Vec<String> {
    match &def.reason {
        Reason::Lock => locked(sources, def.origins.iter().map(Place::key)),
        Reason::Component => vec!["rule: the name of the component".to_owned()],
        Reason::Part { resource, rule } => {
            let why = owned(sources, resource, *rule);
            vec![format!("rule: the way from `{resource}` to the component; {why}")]
        }
        Reason::ModuleTable(index) => {
            let row = &sources.inputs.scope.modules[*index];
            vec![format!(
                "modules[{index}]: pattern \"{}\", module \"{}\", name \"{}\"",
                row.pattern, row.module, row.name
            )]
        }
        Reason::Scope(key) => vec![format!("names \"{key}\" of the scope")],
        Reason::Rule(refused) => {
            let shorter = refused.iter().map(refusal);
            let first = match refused.is_empty() {
                true => "rule: the first name of at least two words from its path",
                false => "rule: the first free name from its path, after these:",
            };
            std::iter::once(first.to_owned()).chain(shorter).collect()
        }
    }
}

/// Explains why a component is a part of a resource.
fn owned(sources: &Sources<'_>, resource: &str, rule: Rule) -> String {
    match rule {
        Rule::Row(index) => {
            let pattern = &sources.inputs.scope.owners[index].pattern;
            format!("owners[{index}]: pattern \"{pattern}\", resource \"{resource}\"")
        }
        Rule::Only => "no other resource has it".to_owned(),
        Rule::Name => "of all that have it, its name begins with this one".to_owned(),
        Rule::Lowest | Rule::None => {
            "all others that have it contain this one".to_owned()
        }
    }
}

fn refusal(refused: &Refused) -> String {
    let name = &refused.name;
    match &refused.obstacle {
        Obstacle::Reserved => format!("- {name} is reserved"),
        Obstacle::Taken { module, pointer } => {
            format!("- {module}::{name} is the type at #{pointer}")
        }
        Obstacle::Rival => format!("- {name} is proposed for another type too"),
    }
}

/// Explains the name of an accessor or an operation, whose key in the lock is given; `otherwise`
/// is the rule.
pub(super) fn of_key(sources: &Sources<'_>, key: &str, otherwise: &str) -> Vec<String> {
    let mut lines = locked(sources, std::iter::once(key.to_owned()));
    lines.push(otherwise.to_owned());
    lines
}

/// Returns the line of the lock that holds one of the keys.
fn locked(sources: &Sources<'_>, mut keys: impl Iterator<Item = String>) -> Vec<String> {
    let file = sources.inputs.lock.as_ref().map(|(file, _)| file.as_str());
    let line = keys.find_map(|key| Some((sources.lock.line(&key)?, key)));
    let text = |(line, key)| format!("{}:{line} ({key})", file.unwrap_or_default());
    line.map(text).into_iter().collect()
}
