//! Formats diagnostics for the user: each fault once, with its line, and a summary first
//! if there are many.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::diagnostic::locate::{self, Location};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};

/// The maximum number of diagnostics that are shown.
const SHOWN: usize = 20;
/// The maximum number of kinds. If there are more, faults that differ only in names are
/// of one kind.
const KINDS: usize = 12;

/// Returns the report. `read` returns the contents of a file, to find lines in it.
pub fn text(diagnostics: &Diagnostics, read: impl Fn(&str) -> Option<String>) -> String {
    let mut seen = BTreeSet::new();
    let all: Vec<&Diagnostic> =
        diagnostics.iter().filter(|diagnostic| seen.insert(*diagnostic)).collect();
    let mut text = if all.len() > SHOWN { summary(&all) } else { String::new() };
    let shown = chosen(&all);
    let locations = locations(&shown, read);
    for (index, diagnostic) in shown.iter().enumerate() {
        if index > 0 {
            text.push_str("\n\n");
        }
        let location = match &diagnostic.place {
            Place::Pointer(pointer) => {
                locations.get(&(diagnostic.file.as_str(), pointer.as_str()))
            }
            _ => None,
        };
        // Writing to a `String` cannot fail.
        let _ = match location {
            Some(Location::At(line, column)) => {
                diagnostic.write(Some((*line, *column)), &mut text)
            }
            Some(Location::Absent) => {
                let added = (*diagnostic).clone().note("an overlay adds this node");
                added.write(None, &mut text)
            }
            None => diagnostic.write(None, &mut text),
        };
    }
    text.push('\n');
    if all.len() > shown.len() {
        let _ = writeln!(text, "\n… and {} more", all.len() - shown.len());
    }
    text
}

/// Formats the number of faults of each kind.
fn summary(all: &[&Diagnostic]) -> String {
    let mut kinds = count(all.iter().map(|diagnostic| diagnostic.fault.clone()));
    if kinds.len() > KINDS {
        kinds = count(all.iter().map(|diagnostic| diagnostic.kind()));
    }
    let mut kinds: Vec<(String, usize)> = kinds.into_iter().collect();
    kinds.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let plural = if kinds.len() == 1 { "" } else { "s" };
    let mut text =
        format!("error: {} problems of {} kind{plural}\n", all.len(), kinds.len());
    for (kind, count) in kinds {
        let _ = writeln!(text, "{count:>6} × {kind}");
    }
    text.push('\n');
    text
}

fn count(kinds: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    kinds.for_each(|kind| *counts.entry(kind).or_default() += 1);
    counts
}

/// Selects the diagnostics to show: the first ones, but at least one of each kind as far
/// as they fit.
fn chosen<'a>(all: &[&'a Diagnostic]) -> Vec<&'a Diagnostic> {
    if all.len() <= SHOWN {
        return all.to_vec();
    }
    let mut kinds = BTreeSet::new();
    let first = |diagnostic: &&Diagnostic| kinds.insert(diagnostic.kind());
    let (first, others): (Vec<_>, Vec<_>) = all.iter().copied().partition(first);
    first.into_iter().chain(others).take(SHOWN).collect()
}

/// Looks up the pointers in their files.
fn locations<'a>(
    shown: &[&'a Diagnostic],
    read: impl Fn(&str) -> Option<String>,
) -> BTreeMap<(&'a str, &'a str), Location> {
    let mut files: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for diagnostic in shown {
        if let Place::Pointer(pointer) = &diagnostic.place {
            files.entry(&diagnostic.file).or_default().insert(pointer);
        }
    }
    let mut locations = BTreeMap::new();
    for (file, pointers) in files {
        let Some(text) = read(file) else { continue };
        let found = locate::locations(file, &text, pointers);
        locations.extend(found.into_iter().map(|(pointer, at)| ((file, pointer), at)));
    }
    locations
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(pointer: &str, fault: &str) -> Diagnostic {
        Diagnostic::new("a.yaml", Place::Pointer(pointer.to_owned()), fault)
    }

    fn report(all: impl IntoIterator<Item = Diagnostic>) -> String {
        let mut diagnostics = Diagnostics::default();
        all.into_iter().for_each(|diagnostic| diagnostics.push(diagnostic));
        text(&diagnostics, |_| Some("a:\n  b: 1\n".to_owned()))
    }

    #[test]
    fn a_fault_comes_first_and_once() {
        let problem =
            || fault("/a/b", "unsupported keyword `b`").found("`1`").help("remove it");
        let expected = "error: unsupported keyword `b`\n  --> a.yaml:2:3 (#/a/b)\n  = found: `1`\n  = help: remove it\n";
        assert_eq!(report([problem(), problem()]), expected);
        let added = report([fault("/x", "unknown type `x`")]);
        let expected = "error: unknown type `x`\n  --> a.yaml#/x\n  = note: an overlay adds this node\n";
        assert_eq!(added, expected);
    }

    #[test]
    fn many_faults_are_summarized_and_capped() {
        let keyword = |index: usize| {
            fault(&format!("/k/{index}"), &format!("unsupported keyword `k{index}`"))
        };
        let all = (0..700).map(keyword).chain([fault("/a", "reference cycle")]);
        let report = report(all);
        let beginning = "error: 701 problems of 2 kinds\n   700 × unsupported keyword `…`\n     1 × reference cycle\n\n";
        assert!(report.starts_with(beginning), "{report}");
        assert_eq!(report.matches("  --> ").count(), SHOWN);
        assert!(report.contains("error: reference cycle\n"));
        assert!(report.ends_with("\n… and 681 more\n"));
    }
}
