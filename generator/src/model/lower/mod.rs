//! Lowers a document to the [`Api`].
//!
//! OpenAPI is known only to this module. An unsupported form is a diagnostic, and all
//! diagnostics of the phase are reported together.

mod grammar;
mod operation;
mod request;
mod response;
mod schema;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostics, Result};
use crate::input::scope::Scope;
use crate::model::{
    Api, Enum, EnumValue, Name, REFERENCE, Reference, SchemaPath, Shape, Type, TypeDef,
    TypeDocs, TypeId,
};
use crate::openapi::dialect;
use crate::openapi::document::Document;
pub(crate) use operation::root;
use schema::Schema;

/// Lowers the operations of the document and all types that they reach.
///
/// # Errors
/// Returns an error if a part of the document has an unsupported form.
pub fn lower(document: &Document, scope: &Scope, digest: &str) -> Result<Api> {
    let mut lowerer = Lowerer::new(document, scope)?;
    lowerer.api.digest = digest.to_owned();
    let mut problems = Diagnostics::default();
    problems.record(lowerer.operations());
    problems.record(lowerer.events());
    problems.record(lowerer.components());
    lowerer.type_events();
    lowerer.mark_envelope();
    problems.into_result(lowerer.api)
}

/// The state of the phase.
struct Lowerer<'a> {
    document: &'a Document,
    scope: &'a Scope,
    api: Api,
    /// Component → its type, once it is referred to.
    known: BTreeMap<String, Type>,
    /// Component → the reference to it.
    references: BTreeMap<String, TypeId>,
    /// Components that are referred to and not read yet.
    pending: Vec<(String, TypeId)>,
}

impl<'a> Lowerer<'a> {
    fn new(document: &'a Document, scope: &'a Scope) -> Result<Self> {
        let version = version(document)?;
        let api = Api { version, ..Api::default() };
        Ok(Self {
            document,
            scope,
            api,
            known: BTreeMap::new(),
            references: BTreeMap::new(),
            pending: Vec::new(),
        })
    }

    /// Reads components until none is left to read.
    fn components(&mut self) -> Result<()> {
        let mut problems = Diagnostics::default();
        while let Some((component, id)) = self.pending.pop() {
            if let Some(shape) = problems.record(self.component_shape(&component)) {
                self.api.types[id.0].shape = shape;
            }
        }
        problems.into_result(())
    }

    /// Adds the union of event objects and the enum of event types.
    fn events(&mut self) -> Result<()> {
        let Some(events) = &self.scope.events else { return Ok(()) };
        let Some(Type::Named(event)) = self.known.get(&events.component).cloned() else {
            return Ok(());
        };
        let mut components: Vec<String> = events.types.values().cloned().collect();
        components.sort();
        components.dedup();
        let origin = self.api.get(event).origins[0].clone();
        let at = |path: &str| SchemaPath { path: path.to_owned(), ..origin.clone() };
        let variants =
            components.iter().map(|c| self.variant(c)).collect::<Result<Vec<_>>>()?;
        response::check_tags(&origin, &variants)?;
        let object = self.add(
            at(dialect::EVENT_OBJECT),
            TypeDocs::default(),
            Shape::Union(variants),
        );
        let kind = self.event_types(&at(dialect::EVENT_TYPE), &events.types)?;
        self.api.events = Some(crate::model::Events {
            event,
            object,
            kind,
            carried: events.types.clone(),
        });
        Ok(())
    }

    /// Adds the enum of event types: those that the document lists, and those of the
    /// scope.
    fn event_types(
        &mut self,
        path: &SchemaPath,
        carried: &BTreeMap<String, String>,
    ) -> Result<TypeId> {
        let keys = [
            "components",
            "schemas",
            path.component(),
            "properties",
            dialect::EVENT_TYPE,
        ];
        let Some(node) = self.document.node().at(&keys) else {
            let values = carried.keys().map(|wire| EnumValue::new(wire, String::new()));
            let values = Enum { values: values.collect() };
            return Ok(self.add(path.clone(), TypeDocs::default(), Shape::Enum(values)));
        };
        let schema = Schema::read(&node)?;
        let mut names: Vec<String> = carried.keys().cloned().collect();
        if let Some(list) = node.get(dialect::EVENT_TYPES) {
            for name in list.elements()? {
                names.push(name.text()?.to_owned());
            }
        }
        names.sort();
        names.dedup();
        let values =
            names.iter().map(|wire| EnumValue::new(wire, schema.value_docs(wire)));
        let values = Enum { values: values.collect() };
        Ok(self.add(path.clone(), schema.type_docs(path), Shape::Enum(values)))
    }

    /// Sets the type of an event's type to the enum, regardless of its schema.
    fn type_events(&mut self) {
        let Some(events) = &self.api.events else { return };
        let kind = Type::Named(events.kind);
        if let Shape::Object(object) = &mut self.api.types[events.event.0].shape {
            let fields =
                object.fields.iter_mut().filter(|f| f.wire == dialect::EVENT_TYPE);
            fields.for_each(|field| field.ty = kind.clone());
        }
    }

    /// Marks the envelope of events: nothing optional in it may cost the event.
    fn mark_envelope(&mut self) {
        let mut pending: Vec<TypeId> = self.api.events.iter().map(|e| e.event).collect();
        while let Some(id) = pending.pop() {
            let Shape::Object(object) = &mut self.api.types[id.0].shape else {
                continue;
            };
            if object.lenient {
                continue;
            }
            object.lenient = true;
            let types = object.fields.iter().map(|field| &field.ty);
            pending.extend(types.filter_map(|ty| match ty {
                Type::Named(id) => Some(*id),
                _ => None,
            }));
        }
    }

    /// Adds a type.
    fn add(&mut self, origin: SchemaPath, docs: TypeDocs, shape: Shape) -> TypeId {
        self.api.add(TypeDef {
            origins: vec![origin],
            docs,
            page: None,
            name: Name::default(),
            shape,
        })
    }

    /// Adds the enum at `origin`, and returns its type.
    fn add_enum(
        &mut self,
        origin: SchemaPath,
        schema: &Schema<'_>,
        values: &[String],
    ) -> Type {
        let values = values
            .iter()
            .filter(|wire| !wire.is_empty())
            .map(|wire| EnumValue::new(wire, schema.value_docs(wire)))
            .collect();
        let docs = schema.type_docs(&origin);
        Type::Named(self.add(origin, docs, Shape::Enum(Enum { values })))
    }

    /// Returns the type of a component of the document.
    fn component(&mut self, name: &str) -> Result<Type> {
        if let Some(ty) = self.known.get(name) {
            return Ok(ty.clone());
        }
        let schema = self.component_view(name)?;
        let ty = if self.is_raw(&schema)? {
            Type::Raw(Vec::new())
        } else {
            let origin = SchemaPath {
                root: name.to_owned(),
                path: String::new(),
                file: self.document.file.clone(),
                pointer: schema.node.pointer().to_owned(),
            };
            let docs = schema.type_docs(&origin);
            let id = self.add(origin, docs, Shape::Enum(Enum::default()));
            self.pending.push((name.to_owned(), id));
            Type::Named(id)
        };
        self.known.insert(name.to_owned(), ty.clone());
        Ok(ty)
    }

    /// Returns the reference to one component.
    fn reference(&mut self, target: &str, origin: &SchemaPath) -> Result<TypeId> {
        if let Some(id) = self.references.get(target) {
            return Ok(*id);
        }
        let origin = SchemaPath {
            root: target.to_owned(),
            path: REFERENCE.to_owned(),
            ..origin.clone()
        };
        let reference = Reference { targets: vec![target.to_owned()], object: None };
        let id =
            self.add(origin, TypeDocs::default(), Shape::Reference(reference.clone()));
        // Registered before its object is read, since the object can refer to itself.
        self.references.insert(target.to_owned(), id);
        if self.has_component(target)
            && let Type::Named(object) = self.component(target)?
        {
            self.api.types[id.0].shape =
                Shape::Reference(Reference { object: Some(object), ..reference });
        }
        Ok(id)
    }

    /// Returns the schema of a component, after following references.
    fn component_view(&self, name: &str) -> Result<Schema<'a>> {
        let root = self.document.node();
        let mut node = root.require("components")?.require("schemas")?.require(name)?;
        let mut seen = vec![node.pointer().to_owned()];
        while let Some(reference) = node.get("$ref") {
            let target = self.document.resolve(reference.text()?);
            let Some(target) =
                target.filter(|t| !seen.contains(&t.pointer().to_owned()))
            else {
                return Err(reference
                    .problem("reference that does not lead to a schema")
                    .help("correct the reference with an overlay")
                    .into());
            };
            seen.push(target.pointer().to_owned());
            node = target;
        }
        Schema::read(&node)
    }

    fn is_secret(&self, component: &str, property: &str) -> bool {
        self.scope.secret.iter().any(|pattern| match pattern.strip_prefix("*.") {
            Some(name) => name == property,
            None => *pattern == format!("{component}.{property}"),
        })
    }
}

/// Returns the path of a member of `parent`.
fn below(parent: &SchemaPath, step: &str, schema: &Schema<'_>) -> SchemaPath {
    let path = match (parent.path.is_empty(), step.starts_with(['[', '{'])) {
        (true, _) => step.to_owned(),
        (false, true) => format!("{}{step}", parent.path),
        (false, false) => format!("{}.{step}", parent.path),
    };
    SchemaPath { path, pointer: schema.node.pointer().to_owned(), ..parent.clone() }
}

/// Returns the API version. It becomes part of comments and code, so it must look like one.
fn version(document: &Document) -> Result<String> {
    let node = document.node().require("info")?.require("version")?;
    let version = node.text()?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
    if !version.is_empty()
        && version.len() <= MAX_VERSION
        && version.chars().all(is_plain)
    {
        return Ok(version.to_owned());
    }
    Err(node
        .problem("the API version has characters other than letters, digits, `.`, `-` and `_`")
        .found(format!("{version:?}"))
        .help("correct it with an overlay")
        .into())
}

/// The maximum length of an API version.
const MAX_VERSION: usize = 64;
