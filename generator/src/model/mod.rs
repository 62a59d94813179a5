//! The API as the generator models it: independent of OpenAPI and Rust.
//!
//! `lower` builds it from the document, `passes` complete it (the members marked *set by
//! a pass*), and `emit` only reads it.

pub mod absence;
pub mod calls;
pub mod lower;
pub mod prune;
pub mod sharing;
pub mod twins;

use std::collections::BTreeMap;

/// The index of a type in [`Api::types`]. An id exists before its type is lowered, which
/// makes cycles harmless.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub usize);

/// Everything that becomes part of the crate.
#[derive(Clone, Debug, Default)]
pub struct Api {
    /// The API version of the document.
    pub version: String,
    /// The SHA-256 of the official document.
    pub digest: String,
    /// All types, responses first, in the order of their first use.
    pub types: Vec<TypeDef>,
    /// The operations, in the order of the document.
    pub operations: Vec<Operation>,
    /// The tree of accessors that leads from the client to the operations; *set by a
    /// pass*.
    pub accessors: Vec<Accessor>,
    /// The events in scope.
    pub events: Option<Events>,
    /// The types with fixtures; *set by a pass*.
    pub fixtures: Vec<HasFixture>,
    /// The pages of the modules and guides: module → Markdown; *set by a pass*.
    pub pages: BTreeMap<String, String>,
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

    /// Adds a type.
    pub fn add(&mut self, def: TypeDef) -> TypeId {
        self.types.push(def);
        TypeId(self.types.len() - 1)
    }
}

/// A type with fixtures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HasFixture {
    /// The type.
    pub ty: TypeId,
    /// The file of the fixtures below the module of fixtures, without extension.
    pub file: String,
}

/// A named type.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// The places of the document that define the type. A shared type has several; the
    /// first one determines its name.
    pub origins: Vec<SchemaPath>,
    /// The description.
    pub docs: TypeDocs,
    /// The URL of its page in the API reference.
    pub page: Option<String>,
    /// The Rust name; *set by a pass*.
    pub name: Name,
    /// The kind of type, with its contents.
    pub shape: Shape,
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

/// The last step of the path of a reference; the whole path for a reference to one component.
pub const REFERENCE: &str = "@ref";

/// The start of the path of a response that is not a component.
pub const RESPONSE: &str = "->";

/// A path to a schema of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaPath {
    /// A component, or `component#operation` for types that are sent.
    pub root: String,
    /// Wire path below the root: `a.b`, `[]` for items of an array, `{}` for values of a map.
    pub path: String,
    /// The file of the schema.
    pub file: String,
    /// The JSON pointer of the schema.
    pub pointer: String,
}

impl SchemaPath {
    /// Returns the key in the name lock.
    pub fn key(&self) -> String {
        if self.path.is_empty() {
            self.root.clone()
        } else {
            format!("{}:{}", self.root, self.path)
        }
    }

    /// Returns the component that the root belongs to.
    pub fn component(&self) -> &str {
        self.root.split('#').next().unwrap_or_default()
    }

    /// Returns `true` if the path leads to a property, not to a component or to an item of
    /// an array or map.
    pub fn is_property(&self) -> bool {
        !self.path.is_empty() && !self.path.ends_with([']', '}'])
    }

    /// Returns the name of the property, also for the items of its array and the values
    /// of its map.
    pub fn property(&self) -> String {
        let last = self.path.rsplit('.').next().unwrap_or_default();
        let last = last.split(['|', '[', '{']).next().unwrap_or_default();
        last.strip_suffix(REFERENCE).unwrap_or(last).to_owned()
    }

    /// Returns `true` if the type is sent, and `false` if it is received.
    pub fn is_sent(&self) -> bool {
        self.root.contains('#') && !self.path.starts_with(RESPONSE)
    }
}

/// The Rust name of a type.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The module below the crate's root, for example `checkout` or `checkout::params`.
    pub module: String,
    /// The identifier.
    pub ident: String,
    /// The file in the module, without extension: a private module that the module
    /// re-exports.
    pub file: String,
}

/// The kinds of types.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A received object.
    Object(Object),
    /// A set of strings that can gain members.
    Enum(Enum),
    /// One of several objects, distinguished by their discriminator.
    Union(Vec<Variant>),
    /// A marker of fields that refer to a resource.
    Reference(Reference),
    /// A sent object.
    Params(Params),
}

/// A received object.
#[derive(Clone, Debug, Default)]
pub struct Object {
    /// The component's name, if the object is a component.
    pub component: Option<String>,
    /// `true` if the object is a resource.
    pub is_resource: bool,
    /// The value of the discriminator, if it has one.
    pub tag: Option<Tag>,
    /// Its fields, in the order of the document.
    pub fields: Vec<Field>,
    /// `true` if optional fields of another type are absent instead of an error.
    pub lenient: bool,
    /// The availability of its id, or `None` if it is not needed; *set by a pass*.
    pub id: Option<Id>,
    /// The paths that a call can expand; *set by a pass*.
    pub expansions: Vec<Expansion>,
}

impl Object {
    /// Returns `true` if the object describes a deleted object: it always contains
    /// `word`.
    pub fn is_deleted(&self, word: &str) -> bool {
        self.fields.iter().any(|f| f.wire == word && f.required && f.ty == Type::Boolean)
    }
}

/// The availability of an object's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// The id is always present.
    Always,
    /// The id can be missing.
    Sometimes,
    /// The object has no id.
    Never,
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
    /// The Rust name; *set by a pass*.
    pub ident: String,
    /// The type, ignoring that the field may be absent.
    pub ty: Type,
    /// `true` if the field is always present and never null.
    pub required: bool,
    /// `true` if the document allows null.
    pub nullable: bool,
    /// The treatment of a required field that is absent.
    pub absence: Absence,
    /// The form of its strings, or the path of its list.
    pub text: Text,
    /// `true` if the value is boxed; *set by a pass*.
    pub boxed: bool,
    /// `true` if the field is deprecated.
    pub deprecated: bool,
    /// The description.
    pub docs: String,
    /// Its JSON pointer.
    pub pointer: String,
}

/// The treatment of a required field that a response lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Absence {
    /// The response is rejected: no value would be true.
    #[default]
    Rejected,
    /// The field has the empty value of its type; *set by a pass* for types that have
    /// one, such as lists, and by the document for others.
    Empty,
}

/// Constraints on a string. They do not affect types, only fixtures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The format.
    pub format: Option<String>,
    /// The maximum length.
    pub max_length: Option<u64>,
    /// The regular expression that it matches.
    pub pattern: Option<String>,
}

/// A path that a call can expand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The dotted path that is sent.
    pub path: String,
    /// The name of the constant.
    pub ident: String,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A string.
    String,
    /// A string that must not be printed.
    Secret,
    /// A 64-bit integer.
    Integer,
    /// A floating-point number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A decimal number, as a string.
    Decimal,
    /// Seconds since 1970.
    Timestamp,
    /// An object without a type, with the components that it can contain, if the
    /// document lists them.
    Raw(Vec<String>),
    /// An enum, an object or a union.
    Named(TypeId),
    /// An id, or the object with that id: the type of the reference, and the components of the object.
    Expandable(TypeId, Vec<String>),
    /// An object, or its remains if it was deleted.
    Deletable(TypeId, Vec<String>),
    /// A page of a list.
    List(Box<Type>),
    /// A page of search results.
    SearchResult(Box<Type>),
    /// An array.
    Array(Box<Type>),
    /// An object with arbitrary keys.
    Map(Box<Type>),
    /// A value, or bounds.
    Range,
    /// One of several forms, with one setter each (only sent).
    Choice(Vec<Type>),
}

impl Type {
    /// Returns the types that this type refers to.
    pub fn named(&self) -> Vec<TypeId> {
        match self {
            Type::Named(id) | Type::Expandable(id, _) | Type::Deletable(id, _) => {
                vec![*id]
            }
            Type::List(of)
            | Type::SearchResult(of)
            | Type::Array(of)
            | Type::Map(of) => of.named(),
            Type::Choice(members) => members.iter().flat_map(Type::named).collect(),
            _ => Vec::new(),
        }
    }

    /// Replaces the ids of named types.
    pub fn rename(&mut self, to: &impl Fn(TypeId) -> TypeId) {
        match self {
            Type::Named(id) | Type::Expandable(id, _) | Type::Deletable(id, _) => {
                *id = to(*id);
            }
            Type::List(of)
            | Type::SearchResult(of)
            | Type::Array(of)
            | Type::Map(of) => {
                of.rename(to);
            }
            Type::Choice(members) => {
                members.iter_mut().for_each(|member| member.rename(to));
            }
            _ => {}
        }
    }
}

/// A set of strings.
#[derive(Clone, Debug, Default)]
pub struct Enum {
    /// Its values, in the order of the document.
    pub values: Vec<EnumValue>,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The string.
    pub wire: String,
    /// The name of the variant; *set by a pass*.
    pub ident: String,
    /// The description.
    pub docs: String,
}

impl EnumValue {
    /// Creates a value that is not named yet.
    pub fn new(wire: &str, docs: String) -> Self {
        Self { wire: wire.to_owned(), ident: String::new(), docs }
    }
}

/// A member of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The component.
    pub component: String,
    /// The name of the variant; *set by a pass*.
    pub ident: String,
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

/// A sent object.
#[derive(Clone, Debug, Default)]
pub struct Params {
    /// Its parameters, in the order of the document.
    pub fields: Vec<Param>,
    /// The required parameters, in the order of the arguments of `new`; *set by a pass*.
    pub arguments: Vec<usize>,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// The name on the wire.
    pub wire: String,
    /// The name of the setter, or of the first one if there are several forms; *set by a
    /// pass*.
    pub ident: String,
    /// The names of the setters for the other forms; *set by a pass*.
    pub further: Vec<String>,
    /// The name of the method that clears the parameter; *set by a pass*.
    pub clear: String,
    /// Its type.
    pub ty: Type,
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
    /// Its JSON pointer.
    pub pointer: String,
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Reads.
    Get,
    /// Writes.
    Post,
    /// Removes.
    Delete,
}

impl Method {
    /// Returns the method in lower case.
    pub const fn verb(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
            Self::Delete => "delete",
        }
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
    /// The parameters except those of the path and `expand`, or `None` if there are
    /// none.
    pub params: Option<TypeId>,
    /// The JSON pointer of the `expand` parameter, if the operation has one.
    pub expand: Option<String>,
    /// The type of the response.
    pub response: Type,
    /// The component that the operation belongs to; *set by a pass*.
    pub component: String,
    /// The name of the method; *set by a pass*.
    pub ident: String,
    /// The URL of its page in the API reference.
    pub page: Option<String>,
    /// `true` if the operation is deprecated.
    pub deprecated: bool,
    /// The description.
    pub docs: String,
    /// How to use the operation, with an example; *set by a pass*.
    pub guide: String,
    /// The file that contains it.
    pub file: String,
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
    /// The name of the argument; *set by a pass*.
    pub ident: String,
    /// The description.
    pub docs: String,
    /// Its JSON pointer.
    pub pointer: String,
}

/// A step from the client to an operation, such as `checkout()`.
#[derive(Clone, Debug)]
pub struct Accessor {
    /// The segment of the path, which is also the name of the method.
    pub segment: String,
    /// The type's name.
    pub name: Name,
    /// The parent accessor, or `None` for the client.
    pub parent: Option<usize>,
    /// Its operations, as indices.
    pub operations: Vec<usize>,
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

impl Param {
    /// Returns the setters with the types of their values: one, or one per form.
    pub fn forms(&self) -> impl Iterator<Item = (&str, &Type)> {
        let types = match &self.ty {
            Type::Choice(members) => members.as_slice(),
            ty => std::slice::from_ref(ty),
        };
        let further = self.further.iter().map(String::as_str);
        std::iter::once(self.ident.as_str()).chain(further).zip(types)
    }
}

impl Type {
    /// Returns a word for the form of a value.
    pub fn word(&self) -> &'static str {
        match self {
            Type::String | Type::Secret => "text",
            Type::Integer => "integer",
            Type::Number => "number",
            Type::Boolean => "boolean",
            Type::Decimal => "decimal",
            Type::Timestamp => "timestamp",
            Type::Array(_) | Type::List(_) | Type::SearchResult(_) => "list",
            Type::Range => "range",
            Type::Named(_) => "value",
            Type::Map(_) | Type::Raw(_) | Type::Expandable(..) | Type::Deletable(..) => {
                "object"
            }
            Type::Choice(_) => "choice",
        }
    }
}
