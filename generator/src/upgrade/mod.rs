//! The changes that an upgrade to another version of the API makes to the files of a scope, and
//! those that it leaves to the maintainer.
//!
//! Overlay actions that the new document has no place for, or no need of, are left out of the new
//! crate and listed: the maintainer removes them, and the crate is as it was written. They cannot be
//! removed before, since the comparison needs the old version with its repairs.

mod changelog;
mod scope;

use std::fmt::{Display, Write};

use crate::diagnostic::Diagnostics;
use crate::diff;
use crate::model::Omission;

pub use changelog::with_entry;
pub use scope::with_version;

/// The outcome of an upgrade.
#[derive(Debug)]
pub struct Report {
    /// The changes for users, with the next version.
    pub changes: diff::Report,
    /// The overlay actions and descriptions to correct or remove.
    pub unfit: Diagnostics,
    /// The public items without a description.
    pub undescribed: Diagnostics,
    /// The lines that enter the name lock.
    pub names: Vec<String>,
    /// The files that change.
    pub files: Vec<String>,
    /// The operations of the document that the crate does not have.
    pub omitted: Vec<Omission>,
}

impl Report {
    /// Returns `true` if the overlays fit the new document.
    pub fn is_complete(&self) -> bool {
        self.unfit.is_empty()
    }

    /// Returns the entry of the changelog, unless there is nothing to tell.
    pub fn entry(&self) -> Option<String> {
        entry(&self.changes)
    }

    /// Prints the report: first what there is to do.
    pub fn text(&self) -> String {
        let ((_, old), (_, new)) = (&self.changes.old, &self.changes.new);
        let (release, step) = (&self.changes.release, &self.changes.step);
        let mut text = format!("API version: {}\n", change(old, new));
        let _ = writeln!(text, "crate: {}", change(release, &step.next));
        let _ = writeln!(text, "semver step: {}", step.name);
        list(&mut text, "parts of overlays to remove", "\n\n", self.unfit.iter());
        list(&mut text, "items without a description", "\n\n", self.undescribed.iter());
        list(&mut text, "names that enter the lock", "\n", self.names.iter());
        list(&mut text, "files that change", "\n", self.files.iter());
        if let Some(entry) = self.entry() {
            let _ = write!(text, "\nentry of the changelog:\n\n{entry}");
        }
        text
    }
}

/// Returns the entry of the changelog for the changes between two versions, if there are any.
pub fn entry(changes: &diff::Report) -> Option<String> {
    let is_new = changes.old.1 != changes.new.1 || !changes.changes.is_empty();
    is_new.then(|| diff::markdown(changes))
}

fn change(old: &str, new: &str) -> String {
    if old == new { format!("{old}, as before") } else { format!("{old} → {new}") }
}

/// Prints a list with its length.
fn list<T: Display>(
    text: &mut String,
    title: &str,
    separator: &str,
    items: impl Iterator<Item = T>,
) {
    let items: Vec<String> = items.map(|item| item.to_string()).collect();
    let _ = match items.len() {
        0 => writeln!(text, "\n{title}: none"),
        count => writeln!(text, "\n{title}: {count}\n{}", items.join(separator)),
    };
}
