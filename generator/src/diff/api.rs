//! Compares what the server accepts and answers.
//!
//! The comparison starts at the operations and follows the types of both versions side by side, so
//! that each pair of types is compared once, however often it is used, and nothing is said about
//! what is inside a member that is new or gone.

mod events;
mod members;
mod operations;

use std::collections::BTreeSet;

use super::places::Items;
use super::resources::Resources;
use super::{Change, Level, Place, Version};
use crate::model::{Api, SchemaPath, Shape, TypeId};

/// Compares two versions.
pub(super) fn compare(old: &Version, new: &Version) -> Vec<Change> {
    let mut comparison = Comparison {
        old: Side::new(old),
        new: Side::new(new),
        seen: BTreeSet::new(),
        pending: Vec::new(),
        changes: Vec::new(),
    };
    comparison.operations();
    comparison.events();
    while let Some((old, new)) = comparison.pending.pop() {
        if comparison.seen.insert((old, new)) {
            comparison.types(old, new);
        }
    }
    comparison.changes
}

/// A version, with what is known about its parts.
struct Side<'a> {
    api: &'a Api,
    resources: Resources<'a>,
    items: Items,
}

impl<'a> Side<'a> {
    fn new(version: &'a Version) -> Self {
        Self {
            api: &version.api,
            resources: Resources::of(&version.api),
            items: Items::of(&version.krate),
        }
    }

    /// Returns the path of a type.
    fn path(&self, id: TypeId) -> &'a SchemaPath {
        &self.api.get(id).origins[0].path
    }

    /// Returns the text of the path of a type.
    fn key(&self, id: TypeId) -> String {
        self.api.key(self.path(id))
    }

    /// Returns the items of a member of a type; those of the type itself if it is empty.
    fn items(&self, id: TypeId, member: &str) -> &[String] {
        self.items.get(&self.key(id), member)
    }
}

/// The comparison of two versions.
struct Comparison<'a> {
    old: Side<'a>,
    new: Side<'a>,
    /// The pairs of types that were compared.
    seen: BTreeSet<(TypeId, TypeId)>,
    /// The pairs of types to compare.
    pending: Vec<(TypeId, TypeId)>,
    changes: Vec<Change>,
}

/// A part of one or both versions: its path, its pointers, and what uses it.
struct Spot {
    owner: String,
    place: Place,
    uses: usize,
    rust: Vec<String>,
}

impl Spot {
    /// Returns the change of this part.
    fn change(&self, what: &str) -> Change {
        Change {
            uses: self.uses,
            rust: self.rust.clone(),
            ..Change::new(Level::Api, &self.owner, what, self.place.clone())
        }
    }
}

impl Comparison<'_> {
    /// Adds a change.
    fn add(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Adds a change that breaks users if it changes the type of an item.
    fn touch(&mut self, change: Change) {
        self.changes.push(Change { follows_items: true, ..change });
    }

    /// Adds a change that breaks calls or what reads their results.
    fn break_users(&mut self, change: Change) {
        self.changes.push(Change { breaking: true, ..change });
    }

    /// Compares two types later.
    fn follow(&mut self, old: Option<TypeId>, new: Option<TypeId>) {
        self.pending.extend(old.zip(new));
    }

    fn types(&mut self, old: TypeId, new: TypeId) {
        match (&self.old.api.get(old).shape, &self.new.api.get(new).shape) {
            (Shape::Object(before), Shape::Object(after)) => {
                self.objects((old, before), (new, after));
            }
            (Shape::Params(_), Shape::Params(_)) => {
                self.params(Some(old), Some(new), None);
            }
            (Shape::Enum(before), Shape::Enum(after)) => {
                self.enums((old, before), (new, after));
            }
            (Shape::Union(before), Shape::Union(after)) => {
                self.unions((old, before), (new, after));
            }
            // The kinds of objects that it leads to are compared where it is used.
            (Shape::Reference(before), Shape::Reference(after)) => {
                self.follow(before.object, after.object);
            }
            _ => {}
        }
    }
}
