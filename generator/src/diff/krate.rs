//! Compares the public items of two crates.

use std::collections::{BTreeMap, BTreeSet};

use super::items::{self, Item, Items, Renamed};
use super::{Change, Level, Place};
use crate::rust::Crate;

/// The changes of a crate.
#[derive(Debug)]
pub(super) struct Changes {
    pub(super) changes: Vec<Change>,
    /// The items that are gone, renamed, or of another type.
    pub(super) broken: BTreeSet<String>,
}

/// Compares two crates.
pub(super) fn compare(old: &Crate, new: &Crate) -> Changes {
    let renamed = renamed(old, new);
    let before = items::of(old, &renamed);
    let after = items::of(new, &Renamed::new());
    let mut changes = Vec::new();
    let mut broken = BTreeSet::new();
    for (from, to) in &renamed {
        broken.extend([from.clone(), to.clone()]);
        let place = place(to, before.get(to), after.get(to));
        let mut change = Change::new(Level::Crate, module(to), "type renamed", place);
        (change.from, change.to) = (Some(from.clone()), Some(to.clone()));
        (change.rust, change.breaking) = (vec![to.clone()], true);
        changes.push(change);
    }
    for (path, item) in &before {
        match after.get(path) {
            None => {
                broken.insert(path.clone());
            }
            Some(other) if other.signature != item.signature => {
                if item.binding {
                    broken.insert(path.clone());
                }
                changes.push(changed(path, item, other));
            }
            Some(_) => {}
        }
    }
    changes.extend(lists(&before, &after, "removed", true));
    changes.extend(lists(&after, &before, "added", false));
    changes.sort_by_key(|change| (change.owner.clone(), change.places.clone()));
    Changes { changes, broken }
}

/// Returns the first module of a path; empty for items of the crate itself.
fn module(path: &str) -> &str {
    let first = path.split_once("::").map_or("", |(first, _)| first);
    if first.starts_with(|c: char| c.is_ascii_uppercase()) { "" } else { first }
}

fn place(path: &str, old: Option<&Item>, new: Option<&Item>) -> Place {
    let pointer = |item: Option<&Item>| item.and_then(|item| item.pointer.clone());
    Place { path: path.to_owned(), old: pointer(old), new: pointer(new) }
}

/// Finds the types that have another path: their schemas have the same place in the API.
fn renamed(old: &Crate, new: &Crate) -> Renamed {
    let keys = |krate: &Crate| {
        let named = krate.types.iter().flat_map(|def| {
            let path = def.name.path();
            def.origins.iter().map(move |origin| (origin.key(), path.clone()))
        });
        named.collect::<BTreeMap<_, _>>()
    };
    let (before, after) = (keys(old), keys(new));
    let paths = |keys: &BTreeMap<String, String>| {
        keys.values().cloned().collect::<BTreeSet<_>>()
    };
    let (old_paths, new_paths) = (paths(&before), paths(&after));
    let mut claimed = BTreeSet::new();
    let mut renamed = Renamed::new();
    for (key, path) in &before {
        let Some(other) = after.get(key) else { continue };
        let moved = !new_paths.contains(path) && !old_paths.contains(other);
        if moved && !renamed.contains_key(path) && claimed.insert(other.clone()) {
            renamed.insert(path.clone(), other.clone());
        }
    }
    renamed
}

fn changed(path: &str, old: &Item, new: &Item) -> Change {
    let place = place(path, Some(old), Some(new));
    let what = format!("{} changed", singular(old.sort));
    Change {
        from: Some(old.signature.clone()),
        to: Some(new.signature.clone()),
        rust: vec![path.to_owned()],
        breaking: old.binding,
        ..Change::new(Level::Crate, module(path), what, place)
    }
}

fn singular(sort: &'static str) -> &'static str {
    sort.strip_suffix('s').unwrap_or(sort)
}

/// Lists the items of one crate that another one lacks, by owner and sort, without those inside
/// of a type or module that is itself listed.
fn lists(all: &Items, others: &Items, verb: &str, breaking: bool) -> Vec<Change> {
    let mut lists: BTreeMap<(&str, &str), Change> = BTreeMap::new();
    for (path, item) in all {
        let is_inside =
            |owner: &str| all.contains_key(owner) && !others.contains_key(owner);
        if others.contains_key(path) || is_inside(&item.owner) {
            continue;
        }
        let pointer = item.pointer.clone();
        let (old, new) = if breaking { (pointer, None) } else { (None, pointer) };
        let place = Place { path: path.clone(), old, new };
        let what = format!("{} {verb}", item.sort);
        let change = lists.entry((&item.owner, item.sort)).or_insert_with(|| Change {
            places: Vec::new(),
            uses: 0,
            breaking,
            ..Change::new(Level::Crate, module(path), what, place.clone())
        });
        let name = path.rsplit("::").next().unwrap_or(path);
        change.names.push(name.to_owned());
        change.rust.push(path.clone());
        change.places.push(place);
        change.uses += 1;
    }
    lists.into_values().collect()
}
