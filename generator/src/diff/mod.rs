//! The changes for users of the crate between two versions of the API.
//!
//! Two levels are compared: the API as the documents describe it, and the crate as it is planned
//! from them. Neither comparison looks at text, so the order and the descriptions of a document
//! play no role.
//!
//! A change breaks users if code that used the crate may stop compiling, or if a call may start
//! failing:
//!
//! - An item of the crate that is removed, renamed, or changed in type breaks code. An added one
//!   does not: types that are received are `#[non_exhaustive]`, and enums are open.
//! - A parameter, a value or a way to clear that the server no longer accepts breaks calls, and so
//!   does a parameter that it newly requires.
//! - A field that is removed, or can newly be absent, breaks code. A value that is newly received
//!   does not, since enums are open.
//! - A change of the API also breaks users if an item that it is about breaks code, for example
//!   a parameter that is no longer required, since it is no longer an argument of `new`.
//!
//! The semver step follows from the sum of the changes, as Cargo understands versions:
//!
//! | changes | from 0.x | from 1.0 |
//! |---|---|---|
//! | some break users | 0.(x+1).0 | major |
//! | some items are added or changed | patch | minor |
//! | the API changed, but no item of the crate | patch | patch |
//! | none | none | none |

mod api;
mod group;
mod items;
mod json;
mod krate;
mod markdown;
mod places;
mod resources;
pub mod step;
mod text;
mod values;

use crate::model::Api;
use crate::rust::Crate;

pub use json::text as json;
pub use markdown::text as markdown;
pub use step::{Effect, Step};
pub use text::{breaking, text};

/// A version of the API, and the crate for it.
#[derive(Debug)]
pub struct Version {
    /// The API as the document describes it: without shared types.
    pub api: Api,
    /// The crate.
    pub krate: Crate,
}

/// The number of names that a line shows.
const SHOWN: usize = 12;

/// The differences between two versions.
#[derive(Debug)]
pub struct Report {
    /// The file and the API version of the old document.
    pub old: (String, String),
    /// The file and the API version of the new document.
    pub new: (String, String),
    /// The changes, ordered by level, resource and path.
    pub changes: Vec<Change>,
    /// The version of the crate that users have.
    pub release: String,
    /// The step from it to the next version.
    pub step: Step,
}

/// The levels of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Requests that the server accepts, and its responses.
    Api,
    /// Code that users of the crate write.
    Crate,
}

/// A change, at all places that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The level.
    pub level: Level,
    /// The resource of the API, or the module of the crate; empty if there are several.
    pub owner: String,
    /// The kind of change, such as `parameter removed`.
    pub what: String,
    /// The places where it changed.
    pub places: Vec<Place>,
    /// The old state, if that can be said in few words.
    pub from: Option<String>,
    /// The new state.
    pub to: Option<String>,
    /// The values or members that were added or removed.
    pub names: Vec<String>,
    /// The number of properties, parameters and operations that use what changed.
    pub uses: usize,
    /// The items of the crate that the change is about.
    pub rust: Vec<String>,
    /// `true` if code that used the crate may stop compiling, or if a call may start failing.
    pub breaking: bool,
    /// `true` if the change breaks users if one of its items breaks code.
    follows_items: bool,
}

/// A place of a change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The wire path or, at the level of the crate, the path of the item.
    pub path: String,
    /// The JSON pointer in the old document.
    pub old: Option<String>,
    /// The JSON pointer in the new document.
    pub new: Option<String>,
}

impl Report {
    /// Compares two versions. `release` is the version of the crate that users have.
    pub fn new(old: &Version, new: &Version, release: &str) -> Self {
        let krate = krate::compare(&old.krate, &new.krate);
        let mut changes = api::compare(old, new);
        for change in changes.iter_mut().filter(|change| change.follows_items) {
            change.breaking |=
                change.rust.iter().any(|item| krate.broken.contains(item));
        }
        let mut changes = group::merge(changes);
        changes.extend(krate.changes);
        let id =
            |version: &Version| (version.api.file.clone(), version.api.version.clone());
        let step = Step::new(Effect::of(&changes), release);
        let release = release.to_owned();
        Self { old: id(old), new: id(new), changes, release, step }
    }

    /// Returns `true` if a change breaks users.
    pub fn is_breaking(&self) -> bool {
        self.changes.iter().any(|change| change.breaking)
    }

    /// Returns the changes of a level that break users, or those that do not.
    fn of(&self, level: Level, breaking: bool) -> Vec<&Change> {
        let of_level = |c: &&Change| c.level == level && c.breaking == breaking;
        self.changes.iter().filter(of_level).collect()
    }
}

impl Change {
    /// Creates a change that breaks nothing, at one place.
    fn new(level: Level, owner: &str, what: impl Into<String>, place: Place) -> Self {
        Self {
            level,
            owner: owner.to_owned(),
            what: what.into(),
            places: vec![place],
            from: None,
            to: None,
            names: Vec::new(),
            uses: 1,
            rust: Vec::new(),
            breaking: false,
            follows_items: false,
        }
    }

    /// Returns the change in words, without its places: `values added: a, b`.
    fn words(&self) -> String {
        let change = match (&self.from, &self.to) {
            (Some(from), Some(to)) => format!(": {from} → {to}"),
            (Some(only), None) | (None, Some(only)) => format!(" ({only})"),
            (None, None) => String::new(),
        };
        let shown = self.names.iter().take(SHOWN).map(String::as_str);
        let mut names = shown.collect::<Vec<_>>().join(", ");
        if !names.is_empty() {
            names.insert_str(0, ": ");
        }
        if let Some(others @ 1..) = self.names.len().checked_sub(SHOWN) {
            names.push_str(&format!(" and {others} more"));
        }
        format!("{}{change}{names}", self.what)
    }
}
