//! Lowers a document to an [`Api`].
//!
//! An unsupported form is a diagnostic, and all diagnostics of the phase are reported
//! together.

mod events;
mod request;
mod response;

use std::collections::BTreeMap;

use super::calls::Calls;
use super::{
    Api, EnumValue, Events, Omission, Operation, OperationId, Origin, PathParam,
    Received, Reference, Root, SchemaPath, Shape, Step, TypeDef, TypeDocs, TypeId,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::input::scope::Scope;
use crate::openapi::components::Components;
use crate::openapi::dialect;
use crate::openapi::document::Document;
use crate::openapi::operation::{self, Operation as Parsed, Response};
use crate::openapi::schema::Schema;

/// Lowers the operations of the document and all types that they reach.
///
/// # Errors
/// Returns an error if a part of the document has an unsupported form.
pub fn lower(document: &Document, scope: &Scope, digest: &str) -> Result<Api> {
    let version = version(document)?;
    let mut problems = Diagnostics::default();
    let components = problems.record(Components::parse(document));
    let operations = problems.record(operation::all(document));
    let (components, operations) = problems
        .into_result(components.zip(operations))?
        .ok_or_else(Diagnostics::default)?;
    let mut lowerer = Lowerer::new(document, scope, &components);
    let mut problems = Diagnostics::default();
    let mut omitted = operations.omitted;
    for operation in operations.supported {
        let legacy = scope.legacy.contains(&operation.route());
        if legacy && !scope.keeps_legacy {
            omitted.push(left_out(&operation));
        } else {
            problems.record(lowerer.operation(operation, legacy));
        }
    }
    let events = problems.record(lowerer.events()).flatten();
    problems.record(lowerer.pending());
    problems.into_result(())?;
    lowerer.finish(version, digest, omitted, events)
}

/// Returns what is told about a legacy operation that the crate does not have.
fn left_out(operation: &Parsed<'_>) -> Omission {
    Omission {
        route: operation.route(),
        pointer: operation.node.pointer().to_owned(),
        reason: "a legacy operation".to_owned(),
        legacy: true,
    }
}

/// The state of the phase.
struct Lowerer<'a> {
    document: &'a Document,
    scope: &'a Scope,
    components: &'a Components<'a>,
    /// The types, each once it is read: an id exists before, which makes cycles harmless.
    types: Vec<Option<TypeDef>>,
    operations: Vec<Operation>,
    /// Component → its type, once it is referred to.
    known: BTreeMap<String, Received>,
    /// Component → the reference to it.
    references: BTreeMap<String, TypeId>,
    /// Components that are referred to and not read yet.
    pending: Vec<(String, TypeId)>,
}

impl<'a> Lowerer<'a> {
    fn new(
        document: &'a Document,
        scope: &'a Scope,
        components: &'a Components<'a>,
    ) -> Self {
        Self {
            document,
            scope,
            components,
            types: Vec::new(),
            operations: Vec::new(),
            known: BTreeMap::new(),
            references: BTreeMap::new(),
            pending: Vec::new(),
        }
    }

    fn finish(
        self,
        version: String,
        digest: &str,
        omitted: Vec<Omission>,
        events: Option<Events>,
    ) -> Result<Api> {
        let types: Option<Vec<TypeDef>> = self.types.into_iter().collect();
        let types = types.ok_or_else(|| incomplete(self.document))?;
        let calls = Calls::new(&self.operations, &types);
        let mut api = Api {
            version,
            digest: digest.to_owned(),
            file: self.document.file.clone(),
            types,
            operations: self.operations,
            omitted,
            calls,
            events,
        };
        events::adapt(&mut api);
        Ok(api)
    }

    fn operation(&mut self, parsed: Parsed<'a>, legacy: bool) -> Result<()> {
        let id = OperationId(self.operations.len());
        let docs = parsed.docs();
        let Parsed {
            node,
            method,
            path,
            ids,
            host,
            mut parameters,
            multipart,
            response,
            deprecated,
        } = parsed;
        let at = |root| SchemaPath { root, steps: Vec::new() };
        let response = match response {
            Response::Json(schema) => self.received(&at(Root::Response(id)), &schema)?,
            Response::Bytes => Received::Bytes,
        };
        let expand = parameters
            .iter()
            .position(|parameter| parameter.name == dialect::EXPAND)
            .map(|index| parameters.remove(index).schema.node.pointer().to_owned());
        let params = if parameters.is_empty() {
            None
        } else {
            let at = at(Root::Request(id));
            let shape = Shape::Params(self.params(&at, &parameters)?);
            Some(self.add(at, node.pointer(), TypeDocs::default(), shape))
        };
        let ids = ids.iter().map(|id| PathParam {
            wire: id.name.to_owned(),
            pointer: id.node.pointer().to_owned(),
        });
        self.operations.push(Operation {
            method,
            path: path.to_owned(),
            ids: ids.collect(),
            host: host.map(str::to_owned),
            params,
            multipart,
            expand,
            response,
            deprecated,
            legacy,
            docs,
            pointer: node.pointer().to_owned(),
        });
        Ok(())
    }

    /// Reads components until none is left to read.
    fn pending(&mut self) -> Result<()> {
        let mut problems = Diagnostics::default();
        while let Some((component, id)) = self.pending.pop() {
            let def = problems.record(self.component_def(&component));
            self.types[id.0] = def;
        }
        problems.into_result(())
    }

    /// Returns the id of a type that is read later.
    fn reserve(&mut self) -> TypeId {
        self.types.push(None);
        TypeId(self.types.len() - 1)
    }

    /// Adds a type.
    fn add(
        &mut self,
        path: SchemaPath,
        pointer: &str,
        docs: TypeDocs,
        shape: Shape,
    ) -> TypeId {
        let id = self.reserve();
        self.types[id.0] = Some(type_def(path, pointer, docs, shape));
        id
    }

    /// Adds the enum at `path`.
    fn add_enum(
        &mut self,
        path: &SchemaPath,
        schema: &Schema<'_>,
        values: &[String],
    ) -> TypeId {
        let shape = Shape::Enum(enum_values(schema, values));
        self.add(path.clone(), schema.node.pointer(), type_docs(path, schema), shape)
    }

    /// Returns the type of a component of the document.
    fn component(&mut self, name: &str) -> Result<Received> {
        if let Some(ty) = self.known.get(name) {
            return Ok(ty.clone());
        }
        let ty = if self.is_raw(self.components.get(name)?)? {
            Received::Raw(Vec::new())
        } else {
            let id = self.reserve();
            self.pending.push((name.to_owned(), id));
            Received::Named(id)
        };
        self.known.insert(name.to_owned(), ty.clone());
        Ok(ty)
    }

    /// Returns the reference to one component.
    fn reference(&mut self, target: &str, pointer: &str) -> Result<TypeId> {
        if let Some(id) = self.references.get(target) {
            return Ok(*id);
        }
        let id = self.reserve();
        // Registered before its object is read, since the object can refer to itself.
        self.references.insert(target.to_owned(), id);
        let object = match self.components.has(target) {
            true => self.component(target)?.id(),
            false => None,
        };
        let path = SchemaPath::component(target).then(Step::Reference);
        let shape =
            Shape::Reference(Reference { targets: vec![target.to_owned()], object });
        self.types[id.0] = Some(type_def(path, pointer, TypeDocs::default(), shape));
        Ok(id)
    }

    /// Returns `true` if the scope says that a property is secret. A component is named for
    /// received properties only.
    fn is_secret(&self, path: &SchemaPath, property: &str) -> bool {
        self.scope.secret.iter().any(|pattern| match pattern.strip_prefix("*.") {
            Some(name) => name == property,
            None => match &path.root {
                Root::Component(component) => {
                    *pattern == format!("{component}.{property}")
                }
                Root::Request(_) | Root::Response(_) => false,
            },
        })
    }
}

/// Returns the values of an enum with this schema, without the empty one.
fn enum_values(schema: &Schema<'_>, values: &[String]) -> Vec<EnumValue> {
    let values = values.iter().filter(|wire| !wire.is_empty());
    let value = |wire: &String| EnumValue {
        wire: wire.clone(),
        docs: schema.value_docs(wire),
        pointer: schema.node.pointer().to_owned(),
    };
    values.map(value).collect()
}

fn type_def(path: SchemaPath, pointer: &str, docs: TypeDocs, shape: Shape) -> TypeDef {
    let origin = Origin { path, pointer: pointer.to_owned() };
    TypeDef { origins: vec![origin], docs, shape }
}

/// Returns the description of the type at `path`. That of a component or an item is the
/// type's own, that of a property is about the property.
fn type_docs(path: &SchemaPath, schema: &Schema<'_>) -> TypeDocs {
    let own = schema.type_docs();
    if path.is_property() {
        TypeDocs { own, property: schema.docs() }
    } else {
        let own = if own.is_empty() { schema.docs() } else { own };
        TypeDocs { own, property: String::new() }
    }
}

fn incomplete(document: &Document) -> Diagnostic {
    Diagnostic::new(&document.file, Place::File, "a type was not read")
        .help("this is a bug in the generator; please report it with the document")
}

/// Returns the API version. It becomes part of comments and code, so it must look like one: a
/// word, and flags such as `; boats=v2` in documents of previews.
fn version(document: &Document) -> Result<String> {
    let node = document.node().require("info")?.require("version")?;
    let version = node.text()?;
    let is_word = |text: &str| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
        !text.is_empty() && text.len() <= MAX_VERSION && text.chars().all(is_plain)
    };
    let is_flag = |text: &str| {
        text.split_once('=').is_some_and(|(name, value)| is_word(name) && is_word(value))
    };
    let mut parts = version.split("; ");
    if parts.next().is_some_and(is_word) && parts.all(is_flag) {
        return Ok(version.to_owned());
    }
    Err(node
        .problem("the API version is not a word of letters, digits, `.`, `-` and `_`")
        .expected("a word such as `2030-01-01`, and flags such as `; boats=v2`")
        .found(format!("{version:?}"))
        .help("correct it with an overlay")
        .into())
}

/// The maximum length of a word of an API version.
const MAX_VERSION: usize = 64;

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::testing;
    use crate::testing::{answer, document, faults, object, refer, tree};

    fn lowered(schemas: &Value, scope: &Scope) -> Api {
        let paths = json!({"/v1/boats": {"get": answer(&refer("boat"))}});
        testing::lower(&document(&paths, schemas), scope).unwrap()
    }

    #[test]
    fn components_are_read_once_and_may_contain_themselves() {
        let boat = object(&json!({"tender": refer("boat"), "alias": refer("ship")}));
        let schemas = json!({"boat": boat, "ship": refer("boat")});
        let api = lowered(&schemas, &Scope::default());
        let fields: Vec<_> =
            api.lines(":").into_iter().filter(|l| l.starts_with("field")).collect();
        assert!(
            fields.contains(&"field boat:tender (boat, required)".to_owned()),
            "{fields:?}"
        );
        assert_eq!(
            api.types.iter().filter(|def| def.origins[0].path.steps.is_empty()).count(),
            2
        );
    }

    #[test]
    fn components_without_members_remain_raw() {
        let free = json!({"type": "object"});
        let schemas =
            json!({"boat": object(&json!({"cargo": refer("cargo")})), "cargo": free});
        let api = lowered(&schemas, &Scope::default());
        assert_eq!(api.lines("boat:cargo"), ["field boat:cargo (Raw, required)"]);
    }

    #[test]
    fn secrets_are_those_of_the_scope() {
        let text = json!({"type": "string"});
        let boat = object(&json!({"key": text, "code": text, "name": text}));
        let secret =
            vec!["*.key".to_owned(), "boat.code".to_owned(), "oar.name".to_owned()];
        let scope = Scope { secret, ..Scope::default() };
        let api = lowered(&json!({"boat": boat}), &scope);
        let table = [("key", "Secret"), ("code", "Secret"), ("name", "String")];
        for (name, ty) in table {
            let line = format!("field boat:{name} ({ty}, required)");
            assert_eq!(api.lines(&format!("boat:{name}")), [line]);
        }
    }

    #[test]
    fn legacy_operations_are_left_out_or_marked() {
        let paths = json!({
            "/v1/boats": {"get": answer(&refer("boat"))},
            "/v1/boats/{boat}/oars": {"get": answer(&refer("oar")), "parameters": [
                {"in": "path", "name": "boat", "schema": {"type": "string"}}
            ]},
        });
        let empty = object(&json!({}));
        let document = document(&paths, &json!({"boat": empty, "oar": empty}));
        let route = "GET /v1/boats/{boat}/oars";
        let lowered = |keeps_legacy| {
            let legacy = vec![route.to_owned()];
            let scope = Scope { legacy, keeps_legacy, ..Scope::default() };
            testing::lower(&document, &scope).unwrap()
        };
        let without = lowered(false);
        let omission = Omission {
            route: route.to_owned(),
            pointer: "/paths/~1v1~1boats~1{boat}~1oars/get".to_owned(),
            reason: "a legacy operation".to_owned(),
            legacy: true,
        };
        assert_eq!(without.omitted, [omission]);
        assert!(without.lines("oar").is_empty());
        let with = lowered(true);
        let legacy: Vec<bool> = with.operations.iter().map(|o| o.legacy).collect();
        assert_eq!((with.omitted, legacy), (Vec::new(), vec![false, true]));
    }

    #[test]
    fn the_api_version_is_a_word_with_flags() {
        let table = [
            ("2030-01-01.acacia", true),
            ("2030-01-01.preview; boats_beta=v1; oars=v2", true),
            ("", false),
            ("1\n2", false),
            ("a b", false),
            ("a; ", false),
            ("a; b", false),
            ("a; b=", false),
            ("a; b=\"c\"", false),
        ];
        for (version, is_valid) in table {
            let root = json!({"info": {"version": version}, "paths": {}});
            let result = testing::lower(&tree(root), &Scope::default());
            assert_eq!(result.is_ok(), is_valid, "{version:?}");
        }
    }

    #[test]
    fn faults_of_several_components_are_reported_together() {
        let schemas = json!({"boat": {"type": "paper"}, "oar": {"allOf": []}});
        let found =
            faults(testing::lower(&document(&json!({}), &schemas), &Scope::default()));
        assert_eq!(found, ["unknown type `paper`", "unsupported keyword `allOf`"]);
    }
}
