//! Prints the differences as text.

use std::fmt::Write;

use super::{Change, Level, Report};

/// The mark of what breaks users.
const BREAKING: &str = "!";

/// Prints the differences, by level and resource. Changes that break users are marked.
pub fn text(report: &Report) -> String {
    let ((_, old), (_, new)) = (&report.old, &report.new);
    format!("{old} → {new}\n{}\n{}", sections(report, |_| true), summary(report))
}

/// Prints the changes that break users, and the number of all.
pub fn breaking(report: &Report) -> String {
    let breaking = sections(report, |change| change.breaking);
    let separator = if breaking.is_empty() { "" } else { "\n" };
    format!("{breaking}{separator}{}", summary(report))
}

/// Prints the chosen changes, by level and resource.
fn sections(report: &Report, choose: impl Fn(&Change) -> bool) -> String {
    let mut text = String::new();
    for (level, title) in [(Level::Api, "API"), (Level::Crate, "Crate")] {
        let of_level = report
            .changes
            .iter()
            .filter(|change| change.level == level && choose(change));
        let mut owner = None;
        for (index, change) in of_level.enumerate() {
            if index == 0 {
                let _ = writeln!(text, "\n{title}");
            }
            if owner != Some(&change.owner) {
                let _ = writeln!(text, "  {}", title_of(change));
                owner = Some(&change.owner);
            }
            let mark = if change.breaking { BREAKING } else { " " };
            let _ = writeln!(text, "  {mark} {}", line(change));
        }
    }
    text
}

/// Returns the number of changes, and the step of the version.
fn summary(report: &Report) -> String {
    let breaking = report.changes.iter().filter(|change| change.breaking).count();
    let others = report.changes.len() - breaking;
    let step = step(report);
    format!("changes: {breaking} breaking ({BREAKING}), {others} other; {step}\n")
}

/// Returns the heading of the changes of a resource or module.
pub(super) fn title_of(change: &Change) -> &str {
    match (change.owner.as_str(), change.level) {
        ("", Level::Api) => "several resources",
        ("", Level::Crate) => "root",
        (owner, _) => owner,
    }
}

/// Returns the step of the version in words.
fn step(report: &Report) -> String {
    let (release, step) = (&report.release, &report.step);
    match step.name {
        "none" => format!("the version stays {release}"),
        name => format!("version {release} → {} ({name})", step.next),
    }
}

fn line(change: &Change) -> String {
    format!("{} — {}{}", subject(change), change.words(), more(change))
}

/// Returns the path of the first place or, for members of a type, that of the type.
pub(super) fn subject(change: &Change) -> &str {
    let path = change.places.first().map_or("", |place| place.path.as_str());
    match change.level {
        Level::Crate if !change.names.is_empty() => {
            path.rsplit_once("::").map_or("crate", |(owner, _)| owner)
        }
        _ => path,
    }
}

/// Returns a note about further places and uses.
pub(super) fn more(change: &Change) -> String {
    if change.level == Level::Crate {
        return String::new();
    }
    let places = match change.places.len() {
        1 => None,
        2 => Some("and 1 more place".to_owned()),
        count => Some(format!("and {} more places", count - 1)),
    };
    let uses = (change.uses > change.places.len())
        .then(|| format!("used {} times", change.uses));
    let notes: Vec<String> = places.into_iter().chain(uses).collect();
    if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) }
}
