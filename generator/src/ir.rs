//! The API as the generator understands it: neither OpenAPI nor Rust.
//!
//! `lower` builds it from the document, `passes` complete it (everything marked *by pass*), and
//! `emit` only reads it.

use std::collections::BTreeMap;

/// The index of a type in [`Api::types`]. An id exists before its type is lowered, so that
/// cycles need no care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub usize);

/// Everything that becomes a crate.
#[derive(Clone, Debug, Default)]
pub struct Api {
    /// The API version that the document describes.
    pub version: String,
    /// SHA-256 of the official document.
    pub digest: String,
    /// All types, responses first, in the order in which they were met.
    pub types: Vec<TypeDef>,
    /// The operations, in the order of the document.
    pub operations: Vec<Operation>,
    /// *By pass:* the tree of accessors that leads from the client to the operations.
    pub accessors: Vec<Accessor>,
    /// The events in scope.
    pub events: Option<Events>,
    /// *By pass:* the types of which tests get samples.
    pub fixtures: Vec<HasFixture>,
    /// Module pages: module → Markdown.
    pub pages: BTreeMap<String, String>,
}

impl Api {
    /// The type with this id.
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len()).map(TypeId)
    }

    /// Adds a type.
    pub fn add(&mut self, def: TypeDef) -> TypeId {
        self.types.push(def);
        TypeId(self.types.len() - 1)
    }
}

/// A type of which tests get samples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HasFixture {
    /// The type.
    pub ty: TypeId,
    /// The file of its samples, below those of all, without ending.
    pub file: String,
}

/// A type with a name of its own.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Where it comes from. A shared type has several places; the first one names it.
    pub origins: Vec<SchemaPath>,
    /// Prose.
    pub docs: String,
    /// The page of the API's reference on it.
    pub page: Option<String>,
    /// *By pass:* what it is called.
    pub name: Name,
    /// What it is.
    pub shape: Shape,
}

/// The last step of the path of a reference; the whole path for a reference to one component.
pub const REFERENCE: &str = "@ref";

/// How the path of what an operation returns begins, where it is no component.
pub const RESPONSE: &str = "->";

/// A place in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaPath {
    /// A component, or `component#operation` for what is sent.
    pub root: String,
    /// Wire path below the root: `a.b`, `[]` for items of an array, `{}` for values of a map.
    pub path: String,
    /// The file and JSON pointer of the schema.
    pub file: String,
    /// The JSON pointer of the schema.
    pub pointer: String,
}

impl SchemaPath {
    /// The key in the name lock.
    pub fn key(&self) -> String {
        if self.path.is_empty() {
            self.root.clone()
        } else {
            format!("{}:{}", self.root, self.path)
        }
    }

    /// The component to which the root belongs.
    pub fn component(&self) -> &str {
        self.root.split('#').next().unwrap_or_default()
    }

    /// The name of the property, also for what is inside its array or map.
    pub fn property(&self) -> String {
        let last = self.path.rsplit('.').next().unwrap_or_default();
        let last = last.split(['|', '[', '{']).next().unwrap_or_default();
        last.strip_suffix(REFERENCE).unwrap_or(last).to_owned()
    }

    /// Whether the type is sent and not received.
    pub fn is_sent(&self) -> bool {
        self.root.contains('#') && !self.path.starts_with(RESPONSE)
    }
}

/// The Rust name of a type.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The module below the crate's root, for example `checkout` or `checkout::params`.
    pub module: String,
    /// The type's identifier.
    pub ident: String,
    /// The file in the module, without ending: a private module that the module re-exports.
    pub file: String,
}

/// What a type is.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A received object.
    Object(Object),
    /// A set of texts, open to others.
    Enum(Enum),
    /// One of several objects, told apart by their discriminator.
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
    /// Whether users know it as a resource of its own.
    pub is_resource: bool,
    /// The value of the discriminator, if it has one.
    pub tag: Option<Tag>,
    /// Its fields, in the order of the document.
    pub fields: Vec<Field>,
    /// *By pass:* what it answers when it is asked for its id; none if nobody asks.
    pub id: Option<Id>,
    /// *By pass:* paths that a call can expand.
    pub expansions: Vec<Expansion>,
}

impl Object {
    /// Whether the object is what deletion leaves: `word` is always there.
    pub fn is_deleted(&self, word: &str) -> bool {
        self.fields.iter().any(|f| f.wire == word && f.required && f.ty == Type::Boolean)
    }
}

/// Whether an object has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// It is always there.
    Always,
    /// It can be missing.
    Sometimes,
    /// There is none.
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
    /// Its name in JSON.
    pub wire: String,
    /// *By pass:* its name in Rust.
    pub ident: String,
    /// Its type, were it always there.
    pub ty: Type,
    /// Always there and never null.
    pub required: bool,
    /// The document says that it can be null.
    pub nullable: bool,
    /// What its texts look like, or the path of its list.
    pub text: Text,
    /// *By pass:* held behind a pointer.
    pub boxed: bool,
    /// About to go.
    pub deprecated: bool,
    /// Prose.
    pub docs: String,
    /// Its JSON pointer.
    pub pointer: String,
}

/// What the document says of a text. Types do not depend on it, samples do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The word for its form.
    pub format: Option<String>,
    /// The most characters that it can have.
    pub longest: Option<u64>,
    /// The regular expression that it matches.
    pub pattern: Option<String>,
}

/// A path that a call can expand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The dotted path that is sent.
    pub path: String,
    /// The constant's name.
    pub ident: String,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// Any text.
    String,
    /// Text that must not be shown.
    Secret,
    /// A whole number of 64 bits.
    Integer,
    /// A number with a fraction.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A decimal number, as text.
    Decimal,
    /// Seconds since 1970.
    Timestamp,
    /// An object that stays JSON; with the components that it can hold, if the document says so.
    Raw(Vec<String>),
    /// An enum, object or union.
    Named(TypeId),
    /// An id, or the object with that id: the type of the reference, and the components of the object.
    Expandable(TypeId, Vec<String>),
    /// An object, or what is left of it after deletion.
    Deletable(TypeId, Vec<String>),
    /// A page of a list.
    List(Box<Type>),
    /// A page of search results.
    SearchResult(Box<Type>),
    /// An array.
    Array(Box<Type>),
    /// An object with free keys.
    Map(Box<Type>),
    /// A value, or bounds for it.
    Range,
    /// One of several forms (sent only): one setter each.
    Choice(Vec<Type>),
}

impl Type {
    /// The types that this type names.
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

/// A set of texts.
#[derive(Clone, Debug, Default)]
pub struct Enum {
    /// Its values, in the order of the document.
    pub values: Vec<EnumValue>,
}

/// A text of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The text.
    pub wire: String,
    /// *By pass:* the variant's name.
    pub ident: String,
    /// Prose.
    pub docs: String,
}

impl EnumValue {
    /// A value without a name yet.
    pub fn new(wire: &str, docs: String) -> Self {
        Self { wire: wire.to_owned(), ident: String::new(), docs }
    }
}

/// A member of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The component.
    pub component: String,
    /// *By pass:* the variant's name.
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
    /// *By pass:* the required ones, in the order of the arguments of `new`.
    pub arguments: Vec<usize>,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name on the wire.
    pub wire: String,
    /// *By pass:* the setter's name; with several forms, that of the first.
    pub ident: String,
    /// *By pass:* the setters' names of the other forms.
    pub further: Vec<String>,
    /// *By pass:* the name of the method that sends it empty.
    pub clear: String,
    /// Its type.
    pub ty: Type,
    /// The server refuses the object without it.
    pub required: bool,
    /// It can be sent empty, which makes the server forget the value.
    pub clearable: bool,
    /// Its value must not be shown.
    pub secret: bool,
    /// About to go.
    pub deprecated: bool,
    /// Prose.
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
    /// In lower case.
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
    /// The names of the path's parameters, in the order of the path.
    pub ids: Vec<PathParam>,
    /// What is sent, except the path's parameters and `expand`; none if that is nothing.
    pub params: Option<TypeId>,
    /// The JSON pointer of the `expand` parameter, if the operation takes one.
    pub expand: Option<String>,
    /// What comes back.
    pub response: Type,
    /// *By pass:* the component whose operation it is.
    pub component: String,
    /// *By pass:* the method's name.
    pub ident: String,
    /// The page of the API's reference on it.
    pub page: Option<String>,
    /// About to go.
    pub deprecated: bool,
    /// Prose.
    pub docs: String,
    /// Its file.
    pub file: String,
    /// Its JSON pointer.
    pub pointer: String,
}

impl Operation {
    /// The method and the path, for a reader.
    pub fn route(&self) -> String {
        format!("{} {}", self.method.verb().to_uppercase(), self.path)
    }

    /// The path's segments after the version.
    pub fn segments(&self) -> Vec<&str> {
        self.path.split('/').filter(|s| !s.is_empty()).skip(1).collect()
    }
}

/// A parameter in a path.
#[derive(Clone, Debug)]
pub struct PathParam {
    /// Its name in the template.
    pub wire: String,
    /// *By pass:* the argument's name.
    pub ident: String,
    /// Prose.
    pub docs: String,
    /// Its JSON pointer.
    pub pointer: String,
}

/// A step on the way from the client to an operation.
#[derive(Clone, Debug)]
pub struct Accessor {
    /// The path's segment, which is also the method's name.
    pub segment: String,
    /// The type's name.
    pub name: Name,
    /// The accessor it hangs on; none for the client.
    pub parent: Option<usize>,
    /// Its operations, as indices.
    pub operations: Vec<usize>,
}

/// The events in scope.
#[derive(Clone, Debug)]
pub struct Events {
    /// The event.
    pub event: TypeId,
    /// The union of the objects that events carry.
    pub object: TypeId,
    /// The enum of the event types.
    pub kind: TypeId,
    /// Event type → the component of the object that it carries.
    pub carried: BTreeMap<String, String>,
}

impl Param {
    /// The setters and what they take: one, or one for each form.
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
    /// A word for the form of a value.
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
