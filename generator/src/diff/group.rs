//! Merges changes that are the same for users: one property of several objects, or one set of
//! values of several properties.

use std::collections::BTreeMap;

use super::{Change, Level};

/// The properties that equal changes share.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    level: Level,
    /// Values are the same in all resources; other changes stay with theirs.
    owner: Option<String>,
    what: String,
    name: String,
    from: Option<String>,
    to: Option<String>,
    names: Vec<String>,
}

/// Merges equal changes, and orders all by resource and path.
pub(super) fn merge(changes: Vec<Change>) -> Vec<Change> {
    let mut merged: BTreeMap<Key, Change> = BTreeMap::new();
    for change in changes {
        match merged.get_mut(&key(&change)) {
            Some(first) => join(first, change),
            None => {
                merged.insert(key(&change), change);
            }
        }
    }
    let mut changes: Vec<Change> = merged.into_values().collect();
    for change in &mut changes {
        change.places.sort();
        change.rust.sort();
        change.rust.dedup();
    }
    // Changes of several resources come last.
    let order = |c: &Change| {
        (c.level, c.owner.is_empty(), c.owner.clone(), c.places.clone(), c.what.clone())
    };
    changes.sort_by_key(order);
    changes
}

fn key(change: &Change) -> Key {
    let path = change.places.first().map_or("", |place| &place.path);
    let name = path.rsplit(['.', ':']).next().unwrap_or_default();
    Key {
        level: change.level,
        owner: change.names.is_empty().then(|| change.owner.clone()),
        what: change.what.clone(),
        name: name.trim_end_matches(['[', ']', '{', '}']).to_owned(),
        from: change.from.clone(),
        to: change.to.clone(),
        names: change.names.clone(),
    }
}

fn join(first: &mut Change, other: Change) {
    for place in other.places {
        if !first.places.contains(&place) {
            first.places.push(place);
            first.uses += other.uses;
        }
    }
    first.rust.extend(other.rust);
    first.breaking |= other.breaking;
    if first.owner != other.owner {
        first.owner.clear();
    }
}
