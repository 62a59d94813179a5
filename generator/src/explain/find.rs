//! Finds items by the names that people have for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{self, TypeId};
use crate::openapi::dialect;
use crate::rust::{Crate, Place, Shape};

/// An item of a crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Item<'a> {
    /// A module.
    Module(&'a str),
    /// A type.
    Type(TypeId),
    /// The member of a type with this index: a field, a parameter, a value or a variant.
    Member(TypeId, usize),
    /// The function that creates parameters.
    Constructor(TypeId),
    /// The constant with the discriminator of a type.
    Discriminator(TypeId),
    /// The constant of a path that can be expanded.
    Expansion(TypeId, usize),
    /// An accessor, or the method that leads to it.
    Accessor(usize),
    /// An operation of an accessor.
    Operation(usize, usize),
}

/// The items of a crate, by their names.
#[derive(Debug)]
pub(super) struct Index<'a> {
    krate: &'a Crate,
    names: BTreeMap<String, BTreeSet<Item<'a>>>,
}

/// Returns a path without the name of the crate and the parentheses of a call.
pub(super) fn plain<'n>(name: &'n str, package: &str) -> &'n str {
    let name = name.trim().trim_end_matches("()");
    let package = package.replace('-', "_");
    let heads = [package.as_str(), "crate"];
    let rest = heads.iter().find_map(|head| name.strip_prefix(head)?.strip_prefix("::"));
    rest.unwrap_or(name)
}

impl<'a> Index<'a> {
    pub(super) fn of(krate: &'a Crate) -> Self {
        let mut index = Self { krate, names: BTreeMap::new() };
        for id in krate.ids() {
            index.type_def(id);
        }
        index.operations();
        index.events();
        index
    }

    /// Returns all names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// Returns the items with a name or, if there is none, the one that a wire path leads to.
    pub(super) fn find(&self, name: &str) -> Vec<Item<'a>> {
        match self.names.get(name) {
            Some(items) => items.iter().copied().collect(),
            None => self.follow(name).into_iter().collect(),
        }
    }

    fn add(&mut self, name: String, item: Item<'a>) {
        self.names.entry(name).or_default().insert(item);
    }

    fn type_def(&mut self, id: TypeId) {
        let def = self.krate.get(id);
        let path = def.name.path();
        let below = |name: &dyn std::fmt::Display| format!("{path}::{name}");
        self.add(def.name.module.clone(), Item::Module(&def.name.module));
        let keys: Vec<String> = def.origins.iter().map(Place::key).collect();
        for key in &keys {
            self.add(key.clone(), Item::Type(id));
            // The component of a resource that is not in scope.
            if let Some(component) = key.strip_suffix(":@ref") {
                self.add(component.to_owned(), Item::Type(id));
            }
        }
        for (index, (wire, names)) in def.shape.members().into_iter().enumerate() {
            for name in names {
                self.add(below(&name), Item::Member(id, index));
            }
            // Values are no part of wire paths.
            if !matches!(def.shape, Shape::Enum(_) | Shape::Union(_)) {
                for key in &keys {
                    self.add(member_key(key, wire), Item::Member(id, index));
                }
            }
        }
        match &def.shape {
            Shape::Params(_) => self.add(below(&"new"), Item::Constructor(id)),
            Shape::Object(object) => {
                if object.tag.is_some() {
                    self.add(below(&"OBJECT"), Item::Discriminator(id));
                    for key in &keys {
                        let key = member_key(key, dialect::OBJECT);
                        self.add(key, Item::Discriminator(id));
                    }
                }
                for (index, expansion) in object.expansions.iter().enumerate() {
                    self.add(below(&expansion.ident), Item::Expansion(id, index));
                }
            }
            Shape::Enum(_) | Shape::Union(_) | Shape::Reference(_) => {}
        }
        self.add(path.clone(), Item::Type(id));
    }

    fn operations(&mut self) {
        for (index, accessor) in self.krate.accessors.iter().enumerate() {
            let path = accessor.name.path();
            let parent = accessor.parent.map(|at| self.krate.accessors[at].name.path());
            let parent = parent.unwrap_or_else(|| "Client".to_owned());
            self.add(format!("{parent}::{}", accessor.entry), Item::Accessor(index));
            for (at, operation) in self.krate.operations_of(accessor).enumerate() {
                let item = Item::Operation(index, at);
                self.add(format!("{path}::{}", operation.ident), item);
                self.add(operation.api.route(), item);
                self.add(operation.root.clone(), item);
            }
            self.add(path, Item::Accessor(index));
        }
    }

    fn events(&mut self) {
        let Some(events) = &self.krate.events else { return };
        if let Shape::Enum(values) = &self.krate.get(events.kind).shape {
            for (index, value) in values.iter().enumerate() {
                self.add(value.wire.clone(), Item::Member(events.kind, index));
            }
        }
    }

    /// Follows a wire path through components: `session:customer.email`.
    fn follow(&self, name: &str) -> Option<Item<'a>> {
        let (root, path) = name.split_once(':')?;
        let is_type = |item: &&Item<'a>| matches!(item, Item::Type(_));
        let &Item::Type(mut at) = self.names.get(root)?.iter().find(is_type)? else {
            return None;
        };
        let mut steps = path.split('.').peekable();
        while let Some(step) = steps.next() {
            let wire = step.trim_end_matches(['[', ']', '{', '}']);
            let item = self.member(at, wire)?;
            match (item, steps.peek()) {
                (item, None) => return Some(item),
                (Item::Member(id, index), Some(_)) => at = self.inside(id, index)?,
                _ => return None,
            }
        }
        None
    }

    /// Returns the member of a type with this name on the wire.
    fn member(&self, id: TypeId, wire: &str) -> Option<Item<'a>> {
        let shape = &self.krate.get(id).shape;
        let members = shape.members();
        if let Some(index) = members.iter().position(|(name, _)| *name == wire) {
            return Some(Item::Member(id, index));
        }
        match shape {
            Shape::Object(object) if object.tag.is_some() && wire == dialect::OBJECT => {
                Some(Item::Discriminator(id))
            }
            _ => None,
        }
    }

    /// Returns the type inside a member.
    fn inside(&self, id: TypeId, index: usize) -> Option<TypeId> {
        match &self.krate.get(id).shape {
            Shape::Object(object) => object.fields[index].api.ty.id(),
            Shape::Params(params) => {
                params.fields[index].api.forms().find_map(model::Sent::id)
            }
            _ => None,
        }
    }
}

fn member_key(key: &str, wire: &str) -> String {
    let sign = if key.contains(':') { '.' } else { ':' };
    format!("{key}{sign}{wire}")
}
