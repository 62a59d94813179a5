//! Lists the public items of a crate that come from the API.

use std::collections::BTreeMap;

use crate::model::TypeId;
use crate::rust::signature::Writer;
use crate::rust::{Crate, Place, Shape, TypeDef};

/// A public item.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The kind of item, in the plural.
    pub(super) sort: &'static str,
    /// The type or the module that contains it.
    pub(super) owner: String,
    /// Its type or its arguments.
    pub(super) signature: String,
    /// The JSON pointer of its counterpart in the API.
    pub(super) pointer: Option<String>,
    /// `true` if another signature breaks code.
    pub(super) binding: bool,
}

/// The items of a crate, by their paths.
pub(super) type Items = BTreeMap<String, Item>;

/// The paths of a type, with the new ones of those that were renamed.
pub(super) type Renamed = BTreeMap<String, String>;

/// Lists the items. Types have the paths that they were renamed to.
pub(super) fn of(krate: &Crate, renamed: &Renamed) -> Items {
    let path = |id: TypeId| self::path(krate.get(id), renamed);
    let mut list = List {
        krate,
        renamed,
        write: Writer { krate, name: path },
        items: Items::new(),
    };
    for def in &krate.types {
        list.module(&def.name.module);
        list.type_def(def);
    }
    list.accessors();
    list.constant(&krate.version);
    list.items
}

/// Returns the path of a type, or the one that it was renamed to.
fn path(def: &TypeDef, renamed: &Renamed) -> String {
    let path = def.name.path();
    renamed.get(&path).cloned().unwrap_or(path)
}

struct List<'a, N: Fn(TypeId) -> String> {
    krate: &'a Crate,
    renamed: &'a Renamed,
    write: Writer<'a, N>,
    items: Items,
}

impl<N: Fn(TypeId) -> String> List<'_, N> {
    /// Adds an item whose signature is part of what code relies on.
    fn add(
        &mut self,
        sort: &'static str,
        path: String,
        signature: String,
        pointer: Option<&str>,
    ) {
        let owner = path.rsplit_once("::").map_or("", |(owner, _)| owner).to_owned();
        let pointer = pointer.map(str::to_owned);
        self.items.insert(path, Item { sort, owner, signature, pointer, binding: true });
    }

    fn module(&mut self, module: &str) {
        self.add("modules", module.to_owned(), String::new(), None);
    }

    fn type_def(&mut self, def: &TypeDef) {
        let path = path(def, self.renamed);
        let below = |name: &dyn std::fmt::Display| format!("{path}::{name}");
        let pointer = Some(def.origin()).map(|place: &Place| place.pointer.as_str());
        let sort = match &def.shape {
            Shape::Object(object) => {
                for field in &object.fields {
                    let ty = self.write.field(field);
                    let pointer = Some(field.api.pointer.as_str());
                    self.add("fields", below(&field.ident), ty, pointer);
                }
                for expansion in &object.expansions {
                    let path = below(&expansion.ident);
                    self.add("constants", path, String::new(), pointer);
                }
                "structs"
            }
            Shape::Enum(values) => {
                for value in values {
                    let pointer = Some(value.pointer.as_str());
                    // Code that matches a variant relies on the value that it stands for.
                    let wire = format!("{:?}", value.wire);
                    self.add("variants", below(&value.ident), wire, pointer);
                }
                "enums"
            }
            Shape::Union(variants) => {
                for variant in variants {
                    let ty = (self.write.name)(variant.api.ty);
                    self.add("variants", below(&variant.ident), ty, pointer);
                }
                "enums"
            }
            Shape::Reference(_) => "markers",
            Shape::Params(params) => {
                self.add(
                    "constructors",
                    below(&"new"),
                    self.write.constructor(params),
                    pointer,
                );
                for param in &params.fields {
                    let pointer = Some(param.api.pointer.as_str());
                    for (name, ty) in param.forms() {
                        self.add("setters", below(name), self.write.sent(ty), pointer);
                    }
                    if let Some(clear) = &param.clear {
                        self.add("setters", below(clear), String::new(), pointer);
                    }
                }
                "parameter types"
            }
        };
        self.add(sort, path, String::new(), pointer);
    }

    fn accessors(&mut self) {
        for accessor in &self.krate.accessors {
            let path = accessor.name.path();
            self.module(&accessor.name.module);
            self.add("methods", self.write.entry(accessor), path.clone(), None);
            for operation in self.krate.operations_of(accessor) {
                let signature = self.write.method(operation);
                let pointer = Some(operation.api.pointer.as_str());
                let path = format!("{path}::{}", operation.ident);
                self.add("methods", path, signature, pointer);
            }
            self.add("accessors", path, String::new(), None);
        }
    }

    fn constant(&mut self, version: &str) {
        let path = API_VERSION.to_owned();
        self.add("constants", path.clone(), format!("\"{version}\""), None);
        if let Some(item) = self.items.get_mut(&path) {
            item.binding = false;
        }
    }
}

/// The constant with the API version.
const API_VERSION: &str = "API_VERSION";
