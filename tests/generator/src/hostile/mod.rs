//! Hostile input: files of a crate, changed at random in ways that their readers could get wrong.
//!
//! A [`Case`] follows from its seed alone, so that one that fails can be repeated.

mod base;
pub mod bombs;
mod order;
mod random;
pub mod run;
mod strings;
mod text;
mod tree;

use std::path::Path;

use serde_json::Value;

pub use base::Base;
pub use order::shuffle;
pub use random::Random;

/// Changed inputs of a crate, and a command to run on them.
#[derive(Clone, Debug)]
pub struct Case {
    /// What all changes follow from.
    pub seed: u64,
    /// The files: a base with the changes.
    pub base: Base,
    /// The changes, one a line.
    pub changes: Vec<String>,
    /// The options of each command.
    pub options: Vec<String>,
    /// The command to run besides `generate`.
    pub command: Vec<String>,
}

impl Case {
    /// Changes one of the bases.
    pub fn new(seed: u64, bases: &[Base]) -> Self {
        let mut random = Random::new(seed);
        let base = random.pick(bases).clone();
        let mut case = Self {
            seed,
            changes: Vec::new(),
            options: options(&base, &mut random),
            command: Vec::new(),
            base,
        };
        let count = if random.one_in(8) { 20 } else { 1 + random.below(3) };
        for _ in 0..count {
            case.change(&mut random);
        }
        case.command = command(&case.base, &mut random);
        case
    }

    /// Creates a case without changes.
    pub fn unchanged(base: Base) -> Self {
        let (changes, options, command) = (Vec::new(), Vec::new(), Vec::new());
        Self { seed: 0, base, changes, options, command }
    }

    /// Changes the document most often, and its text only once nothing else follows.
    fn change(&mut self, random: &mut Random) {
        let base = &mut self.base;
        let overlays = base.overlays.clone();
        let change = match random.below(20) {
            0..=11 => tree::change(&mut base.document, random),
            12 | 13 => text::change(base.text(&base.lock.clone()), random),
            14 | 15 => text::scope(base.text(&base.scope.clone()), random),
            16 | 17 if !overlays.is_empty() => {
                let name = random.pick(&overlays).clone();
                format!("{name}: {}", tree::overlay(base.text(&name), random))
            }
            18 if !overlays.is_empty() => {
                let name = random.pick(&overlays).clone();
                format!("{name}: {}", text::bytes(base.text(&name), random))
            }
            19 => {
                base.is_raw = true;
                base.print();
                text::bytes(base.text(&base.api.clone()), random)
            }
            _ => tree::change(&mut base.document, random),
        };
        self.changes.push(change);
    }

    /// Changes only the document, and not its text.
    pub fn change_document(&mut self, random: &mut Random) {
        self.changes.push(tree::change(&mut self.base.document, random));
    }

    /// Describes the case for the report of a failure.
    pub fn describe(&self) -> String {
        let (base, options) = (&self.base.name, self.options.join(" "));
        let command = self.command.join(" ");
        let changes = self.changes.join("\n  ");
        format!(
            "seed {}: {base}, options `{options}`, command `{command}`\n  {changes}",
            self.seed
        )
    }
}

fn options(base: &Base, random: &mut Random) -> Vec<String> {
    let given: &[&str] = match random.below(6) {
        0 => &["--no-overlays"],
        1 => &["--select", "all"],
        2 => &["--select", &random.pick(&base.prefixes).clone(), "--name", "hostile"],
        _ => &base.options.iter().map(String::as_str).collect::<Vec<_>>(),
    };
    given.iter().map(|word| (*word).to_owned()).collect()
}

/// Returns a command about the changed document, or about it and the unchanged one.
fn command(base: &Base, random: &mut Random) -> Vec<String> {
    let api = base.api.as_str();
    let name = strings::name(&base.document, random);
    let words: &[&str] = match random.below(11) {
        0 => &["check"],
        1 => &["check", "--strict"],
        2 => &["slice", "--from", api],
        3 => &["diff", base::UNCHANGED, api],
        4 => &["diff", api, base::UNCHANGED, "--format", "json"],
        5 => &["upgrade", "--from", api, "--dry-run"],
        6 => &["explain", &name],
        7 => &["inventory"],
        8 => &["inventory", "--summary"],
        9 => &["dump", &name],
        _ => &["dump", "--after", "lower"],
    };
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Reads a tree in JSON or YAML.
fn parse(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().or_else(|| serde_yaml::from_str(text).ok())
}

/// Returns the path of a file as it is in a scope.
fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
