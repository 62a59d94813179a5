//! Prints the differences as an entry of a changelog.

use std::fmt::Write;

use super::text::{more, subject, title_of};
use super::{Change, Level, Report};

/// Prints the differences: what breaks users first, and of each, the API first.
pub fn text(report: &Report) -> String {
    let ((_, old), (_, new)) = (&report.old, &report.new);
    let mut text = format!("## {}\n", report.step.next);
    let version = match old == new {
        true => format!("API version {new}."),
        false => format!("API version {new}; before, {old}."),
    };
    let _ = writeln!(text, "\n{version}");
    if report.changes.is_empty() {
        let _ = writeln!(text, "\nNo changes.");
    }
    for (breaking, title) in [(true, "Breaking changes"), (false, "Other changes")] {
        for (level, of) in [(Level::Api, "API"), (Level::Crate, "crate")] {
            let changes = report.of(level, breaking);
            if !changes.is_empty() {
                let _ = writeln!(text, "\n### {title} of the {of}");
                section(&mut text, &changes);
            }
        }
    }
    text
}

fn section(text: &mut String, changes: &[&Change]) {
    let mut owner = None;
    for change in changes {
        if owner != Some(&change.owner) {
            let _ = writeln!(text, "\n#### {}\n", title_of(change));
            owner = Some(&change.owner);
        }
        let _ =
            writeln!(text, "- `{}`: {}{}", subject(change), words(change), more(change));
    }
}

/// Returns the change with its types and names as code.
fn words(change: &Change) -> String {
    let code = |text: &String| format!("`{text}`");
    let coded = Change {
        from: change.from.as_ref().map(code),
        to: change.to.as_ref().map(code),
        names: change.names.iter().map(code).collect(),
        ..change.clone()
    };
    coded.words()
}
