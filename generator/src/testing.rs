//! Small APIs for unit tests, in about ten lines from input to outcome.
//!
//! A test of what reads documents starts with [`document`]. Tests of later phases start with
//! an [`Api`] that is built by hand, so that they do not depend on how documents are read,
//! and end with lines of its dump or with the emitted code.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Map, Value, json};

use crate::diagnostic::Result;
use crate::dump;
use crate::input::Inputs;
use crate::input::scope::{Groups, Scope};
use crate::model::{
    self, Absence, Api, Calls, EnumValue, Field, Method, Object, Operation, OperationId,
    Origin, Param, PathParam, Received, Reference, Root, SchemaPath, Sent, Shape, Step,
    Tag, Text, TypeDef, TypeDocs, TypeId, Variant,
};
use crate::openapi::document::Document;
use crate::output::{Context, File};
use crate::rust::lock::Lock;
use crate::rust::{self, Crate};

/// Returns a document with these paths and component schemas.
pub(crate) fn document(paths: &Value, schemas: &Value) -> Document {
    tree(json!({
        "openapi": "3.0.0",
        "info": {"version": "2030-01-01"},
        "paths": paths,
        "components": {"schemas": schemas},
    }))
}

/// Returns a document of any form.
pub(crate) fn tree(root: Value) -> Document {
    Document { file: "api.json".to_owned(), root }
}

/// Returns an operation of a document that answers with this schema.
pub(crate) fn answer(schema: &Value) -> Value {
    json!({"responses": {"200": {"content": {"application/json": {"schema": schema}}}}})
}

/// Returns an operation of a document that takes parameters with these schemas, of which the
/// names in `required` are required.
pub(crate) fn take(properties: &Value, required: &[&str]) -> Value {
    let schema =
        json!({"type": "object", "properties": properties, "required": required});
    let mut operation = answer(&json!({"type": "object"}));
    operation["requestBody"] =
        json!({"content": {"application/x-www-form-urlencoded": {"schema": schema}}});
    operation
}

/// Returns a reference of a document to a component.
pub(crate) fn refer(component: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{component}")})
}

/// Returns the schema of an object with these properties, of which all are required.
pub(crate) fn object(properties: &Value) -> Value {
    let names: Vec<&String> =
        properties.as_object().into_iter().flat_map(Map::keys).collect();
    json!({"type": "object", "properties": properties, "required": names})
}

/// Returns the schema of an object with a discriminator and these further properties.
pub(crate) fn tagged(tag: &str, properties: &Value) -> Value {
    let mut all = properties.clone();
    all["object"] = json!({"type": "string", "enum": [tag]});
    object(&all)
}

/// Lowers a document with everything in scope.
pub(crate) fn lower(document: &Document, scope: &Scope) -> Result<Api> {
    model::lower(document, scope, "0123456789abcdef")
}

/// Returns the faults of a result.
pub(crate) fn faults<T>(result: Result<T>) -> Vec<String> {
    let problems = result.err().unwrap_or_default();
    problems.iter().map(|problem| problem.fault.clone()).collect()
}

/// Parses the key of a type in a component: `boat:oars[].colour`.
pub(crate) fn path(key: &str) -> SchemaPath {
    let (component, steps) = key.split_once(':').unwrap_or((key, ""));
    steps_from(Root::Component(component.to_owned()), steps)
}

/// Parses the path of a type that an operation sends: `oars[].colour`.
pub(crate) fn sent(operation: OperationId, steps: &str) -> SchemaPath {
    steps_from(Root::Request(operation), steps)
}

fn steps_from(root: Root, text: &str) -> SchemaPath {
    let mut steps = Vec::new();
    for part in text.split('.').filter(|part| !part.is_empty()) {
        let name = part.trim_end_matches(['[', ']', '{', '}']);
        let (name, form) = match name.split_once('|') {
            Some((name, number)) => (name, number.parse().ok().map(Step::Form)),
            None => (name, None),
        };
        steps.push(Step::Property(name.to_owned()));
        steps.extend(form);
        let signs = &part[name.len()..];
        steps.extend(signs.chars().filter_map(|sign| match sign {
            '[' => Some(Step::Items),
            '{' => Some(Step::Values),
            _ => None,
        }));
    }
    SchemaPath { root, steps }
}

/// Returns a field that is always present.
pub(crate) fn field(wire: &str, ty: Received) -> Field {
    Field {
        wire: wire.to_owned(),
        ty,
        required: true,
        nullable: false,
        absence: Absence::Rejected,
        text: Text::default(),
        deprecated: false,
        docs: String::new(),
        pointer: format!("/{wire}"),
    }
}

/// Returns a field that can be absent.
pub(crate) fn optional(wire: &str, ty: Received) -> Field {
    Field { required: false, ..field(wire, ty) }
}

/// Returns a parameter that can be left out.
pub(crate) fn param(wire: &str, ty: Sent) -> Param {
    Param {
        wire: wire.to_owned(),
        ty,
        further: Vec::new(),
        required: false,
        clearable: false,
        secret: false,
        deprecated: false,
        docs: String::new(),
        pointer: format!("/{wire}"),
    }
}

/// Returns a parameter that the server requires.
pub(crate) fn required(wire: &str, ty: Sent) -> Param {
    Param { required: true, ..param(wire, ty) }
}

/// Returns the type of a page of a list of objects.
pub(crate) fn list(of: TypeId) -> Received {
    Received::List(Box::new(Received::Named(of)))
}

/// Returns the type of an array of objects.
pub(crate) fn array(of: TypeId) -> Received {
    Received::Array(Box::new(Received::Named(of)))
}

impl Api {
    /// Returns an API without types and operations.
    pub(crate) fn empty() -> Self {
        Self {
            version: "2030-01-01".to_owned(),
            digest: "0123456789abcdef".to_owned(),
            file: "api.json".to_owned(),
            types: Vec::new(),
            operations: Vec::new(),
            omitted: Vec::new(),
            calls: Calls::default(),
            events: None,
        }
    }

    /// Adds a type.
    pub(crate) fn add(&mut self, path: SchemaPath, shape: Shape) -> TypeId {
        let pointer = format!("/{path}");
        let origins = vec![Origin { path, pointer }];
        self.types.push(TypeDef { origins, docs: TypeDocs::default(), shape });
        TypeId(self.types.len() - 1)
    }

    /// Adds a received object. A component has its name as its discriminator, and is a
    /// resource if it has an id.
    pub(crate) fn object(
        &mut self,
        key: &str,
        fields: impl IntoIterator<Item = Field>,
    ) -> TypeId {
        let component = (!key.contains(':')).then(|| key.to_owned());
        let fields: Vec<Field> = fields.into_iter().collect();
        let tag = component.clone().map(|value| Tag { value, pointer: String::new() });
        let is_resource = component.is_some() && fields.iter().any(|f| f.wire == "id");
        let object = Object { component, is_resource, tag, fields, ..Object::default() };
        self.add(path(key), Shape::Object(object))
    }

    /// Adds an enum.
    pub(crate) fn choice(&mut self, path: SchemaPath, values: &[&str]) -> TypeId {
        let value = |wire: &&str| EnumValue {
            wire: (*wire).to_owned(),
            docs: String::new(),
            pointer: String::new(),
        };
        self.add(path, Shape::Enum(values.iter().map(value).collect()))
    }

    /// Adds a union of components.
    pub(crate) fn union(&mut self, key: &str, members: &[TypeId]) -> TypeId {
        let variant = |ty: &TypeId| {
            let component = self.key(&self.get(*ty).origins[0].path);
            Variant { tag: component.clone(), component, ty: *ty }
        };
        let variants = members.iter().map(variant).collect();
        self.add(path(key), Shape::Union(variants))
    }

    /// Adds the reference to a component.
    pub(crate) fn reference(
        &mut self,
        component: &str,
        object: Option<TypeId>,
    ) -> TypeId {
        let reference = Reference { targets: vec![component.to_owned()], object };
        let path = SchemaPath::component(component).then(Step::Reference);
        self.add(path, Shape::Reference(reference))
    }

    /// Adds an operation without parameters, given by its route: `GET /v1/boats`. Operations
    /// are added before the types that they send.
    pub(crate) fn operation(&mut self, route: &str, response: Received) -> OperationId {
        let (verb, path) = route.split_once(' ').unwrap_or_default();
        let methods = [Method::Get, Method::Post, Method::Delete];
        let method = methods.into_iter().find(|m| m.verb().eq_ignore_ascii_case(verb));
        let ids = path.split('/').filter_map(|s| s.strip_prefix('{')?.strip_suffix('}'));
        let ids =
            ids.map(|id| PathParam { wire: id.to_owned(), pointer: format!("/{id}") });
        self.operations.push(Operation {
            method: method.unwrap(),
            path: path.to_owned(),
            ids: ids.collect(),
            host: None,
            params: None,
            multipart: false,
            expand: None,
            response,
            deprecated: false,
            legacy: false,
            docs: String::new(),
            pointer: format!("/{route}"),
        });
        self.calls = Calls::new(&self.operations, &self.types);
        OperationId(self.operations.len() - 1)
    }

    /// Adds a sent object. Without steps it has the parameters of the operation.
    pub(crate) fn params(
        &mut self,
        operation: OperationId,
        steps: &str,
        params: impl IntoIterator<Item = Param>,
    ) -> TypeId {
        let params = params.into_iter().collect();
        let id = self.add(sent(operation, steps), Shape::Params(params));
        if steps.is_empty() {
            self.operations[operation.0].params = Some(id);
        }
        id
    }

    /// Returns the lines of the dump.
    pub(crate) fn lines(&self, part: &str) -> Vec<String> {
        let text = dump::api(self).text(Some(part)).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// Plans the crate, with an empty scope and an empty name lock.
    pub(crate) fn planned(self) -> Crate {
        self.planned_with(&Scope::default())
    }

    /// Plans the crate with its operations behind features, and these bundles of them.
    pub(crate) fn planned_in_groups(self, bundles: &[(&str, &[&str])]) -> Crate {
        let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
        let bundles = bundles.iter().map(|(name, all)| ((*name).to_owned(), texts(all)));
        let groups = Groups { bundles: bundles.collect(), ..Groups::default() };
        self.planned_with(&Scope { groups: Some(groups), ..Scope::default() })
    }

    /// Plans the crate, with an empty name lock.
    pub(crate) fn planned_with(self, scope: &Scope) -> Crate {
        rust::plan(self, scope, &BTreeMap::new(), &mut Lock::default()).unwrap()
    }
}

/// Plans a crate whose operations, given by their routes, are behind features, with these bundles.
pub(crate) fn grouped(routes: &[&str], bundles: &[(&str, &[&str])]) -> Crate {
    let mut api = Api::empty();
    for route in routes {
        api.operation(route, Received::String);
    }
    api.planned_in_groups(bundles)
}

/// Returns the inputs of a crate without anything beyond a package.
pub(crate) fn inputs() -> Inputs {
    let mut scope = Scope::default();
    scope.package.name = "boats-api".to_owned();
    scope.package.version = "1.2.3".to_owned();
    scope.package.description = "An invented API.".to_owned();
    scope.package.license = "MIT".to_owned();
    Inputs {
        scope,
        scope_file: "spec/scope.toml".to_owned(),
        document: tree(Value::Null),
        whole: None,
        digest: "0123456789abcdef".to_owned(),
        lock: None,
        folder: "spec".to_owned(),
        legal: BTreeMap::new(),
        book: BTreeMap::new(),
        examples: BTreeMap::new(),
        out: Some(PathBuf::from("out")),
        standalone: false,
    }
}

/// Emits files, and returns their texts by path.
pub(crate) fn emitted(
    emit: fn(&Context<'_>) -> Result<Vec<File>>,
    krate: &Crate,
    inputs: &Inputs,
) -> BTreeMap<String, String> {
    let files = emit(&Context { krate, inputs }).unwrap();
    files.into_iter().map(|file| (file.path, file.text)).collect()
}

/// Checks that code contains all parts, however either is laid out.
#[track_caller]
pub(crate) fn assert_code(code: &str, parts: &[&str]) {
    for part in parts {
        assert!(has_code(code, part), "missing: {part}\n{code}");
    }
}

/// Returns `true` if code contains a part, however either is laid out.
pub(crate) fn has_code(code: &str, part: &str) -> bool {
    squeezed(code).contains(squeezed(part).trim_end_matches(','))
}

/// Removes what layout adds: spaces, line breaks and trailing commas.
fn squeezed(code: &str) -> String {
    let mut text: String = code.split_whitespace().collect();
    for end in [")", "]", "}", ">"] {
        text = text.replace(&format!(",{end}"), end);
    }
    text
}
