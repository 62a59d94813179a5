//! The plan of the crate: modules, names, files, boxes, documentation.
//!
//! [`plan()`] turns an [`Api`] into a [`Crate`], which is complete: every item has its name
//! beside its counterpart in the API. Outputs only print what is decided here.

mod boxing;
mod expansions;
mod files;
mod fixtures;
pub mod groups;
pub(crate) mod ident;
mod ids;
mod links;
pub mod lock;
mod members;
mod methods;
mod module_table;
mod modules;
mod names;
mod pages;
mod plan;
pub mod prose;
mod references;
pub mod signature;
mod uncovered;

use std::collections::BTreeMap;

use self::lock::Lock;
use crate::diagnostic::Result;
use crate::input::scope::Scope;
use crate::model::{self, Api, Events, Omission, OperationId, Origin, Tag, TypeId};

pub use expansions::Expansion;
pub use fixtures::HasFixture;
pub(crate) use fixtures::{DEPTH, OBJECTS};
pub use groups::{Features, Groups, check as check_groups};
pub use ident::Ident;
pub use ids::Id;
pub use names::{Obstacle, Reason, Refused, Rule, TypeName};
pub(crate) use pages::page_of;
pub use plan::plan;
pub use uncovered::proposed_rows;

/// Checks the parts of a scope that name things in Rust. `file` is the scope's.
///
/// # Errors
/// Returns an error for each name that is not possible.
pub fn check_scope(scope: &Scope, file: &str) -> Result<()> {
    module_table::check(&scope.modules, file)
}

/// Names all types, accessors and methods, and adds missing names to the lock.
///
/// # Errors
/// Returns an error if names in the document or the lock conflict.
pub fn name(api: &Api, scope: &Scope, lock: &mut Lock) -> Result<()> {
    let methods = methods::assign(api, lock)?;
    names::assign(api, scope, &methods, lock)?;
    Ok(())
}

/// A crate.
#[derive(Clone, Debug)]
pub struct Crate {
    /// The API version of the document.
    pub version: String,
    /// The SHA-256 of the official document.
    pub digest: String,
    /// The file of the document, for diagnostics.
    pub file: String,
    /// All types, by their ids.
    pub types: Vec<TypeDef>,
    /// The accessors, which lead from the client to the operations; parents come first.
    pub accessors: Vec<Accessor>,
    /// The operations, by their ids.
    pub operations: Vec<Operation>,
    /// The operations of the API that have no counterpart.
    pub omitted: Vec<Omission>,
    /// The events in scope.
    pub events: Option<Events>,
    /// The types with fixtures.
    pub fixtures: Vec<HasFixture>,
    /// The features of the operations, or `None` if everything is always compiled.
    pub groups: Option<Groups>,
    /// The pages of the modules and guides: module → Markdown.
    pub pages: BTreeMap<String, String>,
}

impl Crate {
    /// Returns the type with this id.
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// Returns all ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len()).map(TypeId)
    }

    /// Returns the operations of an accessor.
    pub fn operations_of(
        &self,
        accessor: &Accessor,
    ) -> impl Iterator<Item = &Operation> {
        accessor.operations.iter().map(|id| &self.operations[id.0])
    }
}

/// A named type.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// The name.
    pub name: TypeName,
    /// The reason for the name.
    pub reason: Reason,
    /// The file in the module, without extension: a private module that the module
    /// re-exports. All types in a file have the same features.
    pub file: String,
    /// The features that the type is compiled with.
    pub features: Features,
    /// The places of the document that define the type, the determining one first.
    pub origins: Vec<Place>,
    /// The documentation.
    pub docs: String,
    /// The URL of its page in the API reference.
    pub page: Option<String>,
    /// The kind of type, with its contents.
    pub shape: Shape,
}

impl TypeDef {
    /// Returns the place that determines the type.
    pub fn origin(&self) -> &Place {
        &self.origins[0]
    }
}

/// A place of the document, as texts show it.
#[derive(Clone, Debug)]
pub struct Place {
    /// The component, or `component#action` for types of operations.
    pub root: String,
    /// The path below the root.
    pub path: String,
    /// The JSON pointer.
    pub pointer: String,
    /// `true` if the schema is sent.
    pub is_sent: bool,
    /// `true` if the schema is that of a property.
    pub is_property: bool,
}

impl Place {
    fn new(api: &Api, origin: &Origin) -> Self {
        Self {
            root: api.root(&origin.path).to_owned(),
            path: origin.path.to_string(),
            pointer: origin.pointer.clone(),
            is_sent: origin.path.is_sent(),
            is_property: origin.path.is_property(),
        }
    }

    /// Returns the text of the path, which is its key in the name lock.
    pub fn key(&self) -> String {
        match self.path.as_str() {
            "" => self.root.clone(),
            path => format!("{}:{path}", self.root),
        }
    }
}

/// The kinds of types.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A struct that is received.
    Object(Object),
    /// An enum of strings.
    Enum(Vec<Value>),
    /// An enum of objects.
    Union(Vec<Variant>),
    /// A marker of fields that refer to a resource.
    Reference(model::Reference),
    /// A struct that is sent.
    Params(Params),
}

impl Shape {
    /// Returns the wire names of the members of a type, with the names of their items.
    pub fn members(&self) -> Vec<(&str, Vec<String>)> {
        match self {
            Self::Object(object) => {
                let fields = object.fields.iter();
                fields
                    .map(|f| (f.api.wire.as_str(), vec![f.ident.to_string()]))
                    .collect()
            }
            Self::Enum(values) => values
                .iter()
                .map(|v| (v.wire.as_str(), vec![v.ident.to_string()]))
                .collect(),
            Self::Union(variants) => {
                let variants = variants.iter();
                variants
                    .map(|v| (v.api.tag.as_str(), vec![v.ident.to_string()]))
                    .collect()
            }
            Self::Reference(_) => Vec::new(),
            Self::Params(params) => {
                let fields = params.fields.iter();
                fields.map(|param| (param.api.wire.as_str(), param.methods())).collect()
            }
        }
    }
}

/// A struct that is received.
#[derive(Clone, Debug)]
pub struct Object {
    /// The component's name, if the object is a component.
    pub component: Option<String>,
    /// `true` if the object is a resource.
    pub is_resource: bool,
    /// `true` if the object is what remains of a deleted one.
    pub is_deleted: bool,
    /// The value of the discriminator, if it has one.
    pub tag: Option<Tag>,
    /// Its fields.
    pub fields: Vec<Field>,
    /// `true` if optional fields of another type are absent instead of an error.
    pub lenient: bool,
    /// The availability of its id, or `None` if it is not needed.
    pub id: Option<Id>,
    /// The paths that a call can expand.
    pub expansions: Vec<Expansion>,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Field {
    /// The field in the API.
    pub api: model::Field,
    /// The name.
    pub ident: Ident,
    /// `true` if the value is boxed.
    pub boxed: bool,
    /// The documentation.
    pub docs: String,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct Value {
    /// The string.
    pub wire: String,
    /// The name of the variant.
    pub ident: Ident,
    /// The documentation.
    pub docs: String,
    /// The JSON pointer of the schema that lists it.
    pub pointer: String,
}

/// A variant of an enum of objects.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The member of the union in the API.
    pub api: model::Variant,
    /// The name.
    pub ident: Ident,
}

/// A struct that is sent.
#[derive(Clone, Debug)]
pub struct Params {
    /// Its parameters.
    pub fields: Vec<Param>,
    /// The required parameters, in the order of the arguments of `new`.
    pub arguments: Vec<usize>,
}

impl Params {
    /// Returns the required parameters, in the order of the arguments of `new`.
    pub fn required(&self) -> impl Iterator<Item = &Param> {
        self.arguments.iter().map(|index| &self.fields[*index])
    }
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// The parameter in the API.
    pub api: model::Param,
    /// The name of its setter, or of that of the first form if there are several.
    pub ident: Ident,
    /// The names of the setters of the other forms.
    pub further: Vec<Ident>,
    /// The name of the method that clears the parameter, if it can be cleared.
    pub clear: Option<Ident>,
    /// The documentation.
    pub docs: String,
}

impl Param {
    /// Returns the setters with the types of their values: one, or one per form.
    pub fn forms(&self) -> impl Iterator<Item = (&Ident, &model::Sent)> {
        let names = std::iter::once(&self.ident).chain(&self.further);
        names.zip(self.api.forms())
    }

    /// Returns the names of the setters and of the method that clears the parameter.
    pub fn methods(&self) -> Vec<String> {
        let setters = self.forms().map(|(name, _)| name);
        setters.chain(&self.clear).map(ToString::to_string).collect()
    }
}

/// A step from the client to an operation, such as `checkout()`.
#[derive(Clone, Debug)]
pub struct Accessor {
    /// The segment of the path.
    pub segment: String,
    /// The method that leads to it.
    pub entry: Ident,
    /// The type's name.
    pub name: TypeName,
    /// The file in the module, without extension.
    pub file: String,
    /// The features that the accessor is compiled with.
    pub features: Features,
    /// The parent accessor, or `None` for the client.
    pub parent: Option<usize>,
    /// Its operations.
    pub operations: Vec<OperationId>,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The operation in the API.
    pub api: model::Operation,
    /// The text of the root of its schemas.
    pub root: String,
    /// The name of the method.
    pub ident: Ident,
    /// The names of the arguments for the parameters of the path.
    pub ids: Vec<Ident>,
    /// The feature that the operation is compiled with.
    pub features: Features,
    /// The file below that of its accessor, unless the operation is compiled whenever the
    /// accessor is.
    pub part: Option<String>,
    /// The URL of its page in the API reference.
    pub page: Option<String>,
    /// The documentation: the description, how to use it, and the route.
    pub docs: String,
}
