//! Finds what the overlays and the scope say about a place in the document.

use super::Sources;
use crate::openapi::dialect;

/// Returns the actions of overlays that changed the schemas at some pointers.
pub(super) fn overlays<'a>(
    sources: &Sources<'_>,
    pointers: impl IntoIterator<Item = &'a str>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for pointer in pointers {
        for touch in sources.touches {
            let Some(keywords) = touch.keywords(pointer) else { continue };
            let what = match keywords.is_empty() {
                true => "the whole".to_owned(),
                false => keywords.join(", "),
            };
            let line = format!("{} ({what}), target {}", touch.action, touch.target);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

/// Returns the rows of the scope that apply to the property at a pointer: what is secret, and what
/// remains raw.
pub(super) fn patterns(sources: &Sources<'_>, pointer: &str, wire: &str) -> Vec<String> {
    let scope = &sources.inputs.scope;
    let own = pointer
        .strip_prefix(dialect::SCHEMAS.trim_start_matches('#'))
        .and_then(|rest| rest.strip_suffix(&format!("/properties/{wire}")))
        .map(|component| format!("{component}.{wire}"));
    let any = format!("*.{wire}");
    let is_own = |pattern: &&String| Some(*pattern) == own.as_ref();
    let secret = scope.secret.iter().filter(|p| is_own(p) || **p == any);
    let opaque = scope.opaque.iter().filter(is_own);
    let row = |key: &str, pattern: &String| format!("{key} \"{pattern}\"");
    let secret = secret.map(|pattern| row("secret", pattern));
    secret.chain(opaque.map(|pattern| row("opaque", pattern))).collect()
}

/// Returns the row of the scope that carries an event.
pub(super) fn event(sources: &Sources<'_>, wire: &str) -> Option<String> {
    let component = sources.inputs.scope.events.as_ref()?.types.get(wire)?;
    Some(format!("events.types \"{wire}\" = \"{component}\""))
}

/// Returns the prefix of the scope that selects a path.
pub(super) fn prefix(sources: &Sources<'_>, path: &str) -> Option<String> {
    let mut prefixes = sources.inputs.scope.paths.iter();
    let prefix =
        prefixes.find(|prefix| crate::openapi::slice::continues(path, prefix))?;
    Some(format!("paths \"{prefix}\""))
}
