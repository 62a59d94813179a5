//! Finds the items of a crate by their wire paths.

use std::collections::BTreeMap;

use crate::rust::{Crate, Place};

/// Wire path of a type and member → the paths of the items.
#[derive(Debug, Default)]
pub(super) struct Items(BTreeMap<(String, String), Vec<String>>);

impl Items {
    /// Indexes a crate. The member of a type itself is empty, and so is that of an operation,
    /// whose path is its route.
    pub(super) fn of(krate: &Crate) -> Self {
        let mut items = Self::default();
        for def in &krate.types {
            let path = def.name.path();
            let keys: Vec<String> = def.origins.iter().map(Place::key).collect();
            for (member, names) in def.shape.members() {
                let names = names.into_iter().map(|name| format!("{path}::{name}"));
                let names: Vec<String> = names.collect();
                for key in &keys {
                    items.0.insert((key.clone(), member.to_owned()), names.clone());
                }
            }
            for key in keys {
                items.0.insert((key, String::new()), vec![path.clone()]);
            }
        }
        for accessor in &krate.accessors {
            for operation in krate.operations_of(accessor) {
                let path = format!("{}::{}", accessor.name.path(), operation.ident);
                items.0.insert((operation.api.route(), String::new()), vec![path]);
            }
        }
        items
    }

    /// Returns the items of a member.
    pub(super) fn get(&self, key: &str, member: &str) -> &[String] {
        let items = self.0.get(&(key.to_owned(), member.to_owned()));
        items.map_or(&[], Vec::as_slice)
    }
}
