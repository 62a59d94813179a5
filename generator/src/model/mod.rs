//! The model of the API: its operations, the types that they send and receive, and its events.
//!
//! The model knows neither OpenAPI nor Rust. [`lower()`] builds it from a document, and it is
//! complete from then on; the passes of this room replace it with a simpler one.

pub mod absence;
mod calls;
mod lower;
pub(crate) mod owners;
mod path;
pub mod prune;
mod shapes;
pub mod sharing;
mod signatures;
pub(crate) mod twins;
mod users;
mod value;
pub(crate) mod walk;
pub(crate) mod words;

use std::collections::BTreeMap;

pub use calls::{Action, CallNode, Calls};
pub use lower::lower;
pub use path::{OperationId, Root, SchemaPath, Step};
pub use value::{Received, Sent};

pub use crate::openapi::operation::{Method, Omission};
pub use crate::openapi::schema::Text;

/// The index of a type in [`Api::types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub usize);

/// An API.
#[derive(Clone, Debug)]
pub struct Api {
    /// The API version of the document.
    pub version: String,
    /// The SHA-256 of the official document.
    pub digest: String,
    /// The file of the document, for diagnostics.
    pub file: String,
    /// All types, responses first, in the order of their first use.
    pub types: Vec<TypeDef>,
    /// The operations, ordered by path.
    pub operations: Vec<Operation>,
    /// The operations that have no counterpart.
    pub omitted: Vec<Omission>,
    /// The way to each operation.
    pub calls: Calls,
    /// The events in scope.
    pub events: Option<Events>,
}

/// A named type.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// The places that define the type. A shared type has several; the first one
    /// determines its name.
    pub origins: Vec<Origin>,
    /// The description.
    pub docs: TypeDocs,
    /// The kind of type, with its contents.
    pub shape: Shape,
}

impl TypeDef {
    /// Returns the name of the component that the type is.
    pub fn component(&self) -> Option<&str> {
        let path = &self.origins.first()?.path;
        match &path.root {
            Root::Component(name) if path.steps.is_empty() => Some(name),
            _ => None,
        }
    }
}

/// A place that defines a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The path of the schema.
    pub path: SchemaPath,
    /// Its JSON pointer.
    pub pointer: String,
}

/// The description of a type.
#[derive(Clone, Debug, Default)]
pub struct TypeDocs {
    /// The description of the type itself.
    pub own: String,
    /// The description of the property that has the type.
    pub property: String,
}

impl TypeDocs {
    /// Returns the description of the type, or else of its property.
    pub fn text(&self) -> &str {
        if self.own.is_empty() { &self.property } else { &self.own }
    }
}

/// The kinds of types.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A received object.
    Object(Object),
    /// A set of strings that can gain members.
    Enum(Vec<EnumValue>),
    /// One of several objects, distinguished by their discriminator.
    Union(Vec<Variant>),
    /// A marker of fields that refer to a resource.
    Reference(Reference),
    /// The parameters of an operation, or an object in them.
    Params(Vec<Param>),
}

/// A received object.
#[derive(Clone, Debug, Default)]
pub struct Object {
    /// The component's name, if the object is a component.
    pub component: Option<String>,
    /// `true` if the object is a resource.
    pub is_resource: bool,
    /// `true` if the object is what remains of a deleted one.
    pub is_deleted: bool,
    /// The value of the discriminator, if it has one.
    pub tag: Option<Tag>,
    /// Its fields, ordered by name.
    pub fields: Vec<Field>,
    /// `true` if optional fields of another type are absent instead of an error.
    pub lenient: bool,
}

/// A discriminator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its value.
    pub value: String,
    /// Its JSON pointer.
    pub pointer: String,
}

/// A field of a received object.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name in JSON.
    pub wire: String,
    /// The type, ignoring that the field may be absent.
    pub ty: Received,
    /// `true` if the field is always present and never null.
    pub required: bool,
    /// `true` if the document allows null.
    pub nullable: bool,
    /// The treatment of a required field that is absent.
    pub absence: Absence,
    /// The form of its strings, or the path of its list.
    pub text: Text,
    /// `true` if the field is deprecated.
    pub deprecated: bool,
    /// The description.
    pub docs: String,
    /// Its JSON pointer.
    pub pointer: String,
}

/// The treatment of a required field that a response lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The response is rejected: no value would be true.
    Rejected,
    /// The field has the empty value of its type.
    Empty,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The string.
    pub wire: String,
    /// The description.
    pub docs: String,
    /// The JSON pointer of the schema that lists it.
    pub pointer: String,
}

/// A member of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The component.
    pub component: String,
    /// The value of its discriminator.
    pub tag: String,
    /// Its type.
    pub ty: TypeId,
}

/// The kinds of objects that an expandable field can refer to.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Their components, without those of deleted objects.
    pub targets: Vec<String>,
    /// The type of the objects, if at least one of them is in scope.
    pub object: Option<TypeId>,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// The name on the wire.
    pub wire: String,
    /// The type of its value.
    pub ty: Sent,
    /// The types of other forms that the value can have.
    pub further: Vec<Sent>,
    /// `true` if the server requires the parameter.
    pub required: bool,
    /// `true` if the parameter can be sent empty, which clears the value on the server.
    pub clearable: bool,
    /// `true` if the value must not be printed.
    pub secret: bool,
    /// `true` if the parameter is deprecated.
    pub deprecated: bool,
    /// The description.
    pub docs: String,
    /// The JSON pointer of its schema.
    pub pointer: String,
}

impl Param {
    /// Returns the types of all forms.
    pub fn forms(&self) -> impl Iterator<Item = &Sent> {
        std::iter::once(&self.ty).chain(&self.further)
    }
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The method.
    pub method: Method,
    /// The path template.
    pub path: String,
    /// The parameters of the path, in the order of the path.
    pub ids: Vec<PathParam>,
    /// The host, if it is not that of most operations.
    pub host: Option<String>,
    /// The parameters except those of the path and `expand`, or `None` if there are
    /// none.
    pub params: Option<TypeId>,
    /// `true` if the parameters are sent in a multipart body, which can contain files.
    pub multipart: bool,
    /// The JSON pointer of the `expand` parameter, if the operation has one.
    pub expand: Option<String>,
    /// The type of the response.
    pub response: Received,
    /// `true` if the operation is deprecated.
    pub deprecated: bool,
    /// `true` if the scope lists the operation as legacy.
    pub legacy: bool,
    /// The description.
    pub docs: String,
    /// Its JSON pointer.
    pub pointer: String,
}

impl Operation {
    /// Returns the method and the path, such as `GET /v1/events`.
    pub fn route(&self) -> String {
        format!("{} {}", self.method.verb().to_uppercase(), self.path)
    }

    /// Returns the segments of the path after the version.
    pub fn segments(&self) -> Vec<&str> {
        self.path.split('/').filter(|s| !s.is_empty()).skip(1).collect()
    }
}

/// A path parameter.
#[derive(Clone, Debug)]
pub struct PathParam {
    /// Its name in the template.
    pub wire: String,
    /// Its JSON pointer.
    pub pointer: String,
}

/// The events in scope.
#[derive(Clone, Debug)]
pub struct Events {
    /// The event.
    pub event: TypeId,
    /// The union of the objects that events contain.
    pub object: TypeId,
    /// The enum of the event types.
    pub kind: TypeId,
    /// Event type → component of its object.
    pub carried: BTreeMap<String, String>,
}

impl Api {
    /// Returns the type with this id.
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// Returns all ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len()).map(TypeId)
    }

    /// Returns all operations with their ids, in order.
    pub fn operations(&self) -> impl Iterator<Item = (OperationId, &Operation)> {
        self.operations.iter().enumerate().map(|(index, o)| (OperationId(index), o))
    }

    /// Returns the component that a path belongs to: an operation belongs to the component
    /// that it is about.
    pub fn component<'a>(&'a self, path: &'a SchemaPath) -> &'a str {
        match &path.root {
            Root::Component(name) => name,
            Root::Request(id) | Root::Response(id) => &self.calls.action(*id).component,
        }
    }

    /// Returns the text of a path's root: a component, or `component#action`.
    pub fn root<'a>(&'a self, path: &'a SchemaPath) -> &'a str {
        match &path.root {
            Root::Component(name) => name,
            Root::Request(id) | Root::Response(id) => &self.calls.action(*id).root,
        }
    }

    /// Returns the text of a path, which is its key in the name lock.
    pub fn key(&self, path: &SchemaPath) -> String {
        let (root, steps) = (self.root(path), path.to_string());
        if steps.is_empty() { root.to_owned() } else { format!("{root}:{steps}") }
    }
}

impl Shape {
    /// Returns the types that a type consists of.
    pub fn parts(&self) -> Vec<TypeId> {
        match self {
            Self::Object(object) => {
                object.fields.iter().filter_map(|f| f.ty.id()).collect()
            }
            Self::Params(params) => {
                params.iter().flat_map(Param::forms).filter_map(Sent::id).collect()
            }
            Self::Union(variants) => variants.iter().map(|v| v.ty).collect(),
            Self::Reference(reference) => reference.object.into_iter().collect(),
            Self::Enum(_) => Vec::new(),
        }
    }

    /// Returns the types that a type consists of, for changes.
    fn parts_mut(&mut self) -> Vec<&mut TypeId> {
        match self {
            Self::Object(object) => {
                object.fields.iter_mut().filter_map(|f| f.ty.id_mut()).collect()
            }
            Self::Params(params) => params
                .iter_mut()
                .flat_map(|p| std::iter::once(&mut p.ty).chain(&mut p.further))
                .filter_map(Sent::id_mut)
                .collect(),
            Self::Union(variants) => variants.iter_mut().map(|v| &mut v.ty).collect(),
            Self::Reference(reference) => {
                reference.object.as_mut().into_iter().collect()
            }
            Self::Enum(_) => Vec::new(),
        }
    }
}
