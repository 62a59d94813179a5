//! Finds the items of a crate by their wire paths.

use std::collections::BTreeMap;

use crate::rust::{Crate, Param, Place, Shape, TypeDef};

/// Wire path of a type and member → the paths of the items.
#[derive(Debug, Default)]
pub(crate) struct Items(BTreeMap<(String, String), Vec<String>>);

impl Items {
    /// Indexes a crate. The member of a type itself is empty, and so is that of an operation,
    /// whose path is its route.
    pub(crate) fn of(krate: &Crate) -> Self {
        let mut items = Self::default();
        for def in &krate.types {
            let path = def.name.path();
            let keys: Vec<String> = def.origins.iter().map(Place::key).collect();
            for (member, names) in members(def) {
                let names = names.into_iter().map(|name| format!("{path}::{name}"));
                let names: Vec<String> = names.collect();
                for key in &keys {
                    items.0.insert((key.clone(), member.clone()), names.clone());
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
    pub(crate) fn get(&self, key: &str, member: &str) -> &[String] {
        let items = self.0.get(&(key.to_owned(), member.to_owned()));
        items.map_or(&[], Vec::as_slice)
    }
}

/// Returns the wire names of the members of a type, with the names of their items.
fn members(def: &TypeDef) -> Vec<(String, Vec<String>)> {
    match &def.shape {
        Shape::Object(object) => {
            let fields = object.fields.iter();
            fields.map(|f| (f.api.wire.clone(), vec![f.ident.to_string()])).collect()
        }
        Shape::Enum(values) => {
            values.iter().map(|v| (v.wire.clone(), vec![v.ident.to_string()])).collect()
        }
        Shape::Union(variants) => {
            let variants = variants.iter();
            variants.map(|v| (v.api.tag.clone(), vec![v.ident.to_string()])).collect()
        }
        Shape::Reference(_) => Vec::new(),
        Shape::Params(params) => {
            params.fields.iter().map(|p| (p.api.wire.clone(), methods(p))).collect()
        }
    }
}

/// Returns the setters of a parameter and the method that clears it.
fn methods(param: &Param) -> Vec<String> {
    let setters = param.forms().map(|(name, _)| name);
    setters.chain(&param.clear).map(ToString::to_string).collect()
}
