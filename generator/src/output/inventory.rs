//! Lists everything that is emitted as JSON lines: one per field, parameter and
//! operation.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Context, File};
use crate::diagnostic::Result;
use crate::model::{Received, Sent, Step, TypeId};
use crate::openapi::dialect;
use crate::rust::{Crate, Object, Operation, Params, Shape, TypeDef};

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    let mut inventory = Inventory {
        krate: context.krate,
        package: context.inputs.scope.package.name.replace('-', "_"),
        lines: Vec::new(),
        above: Vec::new(),
        listed: BTreeMap::new(),
    };
    inventory.resources();
    inventory.operations();
    inventory.omitted();
    let text = inventory.lines.iter().map(|line| line.to_string() + "\n").collect();
    Ok(vec![File { path: "inventory.jsonl".to_owned(), source: None, text }])
}

struct Inventory<'a> {
    krate: &'a Crate,
    package: String,
    lines: Vec<Value>,
    /// The types that contain the current one, so that recursion ends at a type inside
    /// itself.
    above: Vec<TypeId>,
    /// The number of times that each type was listed below the current root.
    listed: BTreeMap<TypeId, usize>,
}

/// The maximum number of times that the members of a type are listed below one root. The number of
/// paths through objects that contain each other grows exponentially with the depth.
const LISTED: usize = 1_000;

/// The maximum number of objects inside each other that are listed. The decoder allows 128 levels of
/// JSON, so that nothing deeper is ever received.
const DEPTH: usize = 128;

/// The type of a value, which is received or sent.
#[derive(Clone, Copy)]
enum Ty<'a> {
    Received(&'a Received),
    Sent(&'a Sent),
}

impl<'a> Ty<'a> {
    fn inside(self) -> Option<(Step, Self)> {
        match self {
            Self::Received(ty) => {
                ty.inside().map(|(step, of)| (step, Self::Received(of)))
            }
            Self::Sent(ty) => ty.inside().map(|(step, of)| (step, Self::Sent(of))),
        }
    }

    /// Returns the items of an array or the values of a map, but not those of a page.
    fn listed(self) -> Option<(Step, Self)> {
        match self {
            Self::Received(Received::List(_) | Received::SearchResult(_)) => None,
            ty => ty.inside(),
        }
    }

    fn named(self) -> Option<TypeId> {
        match self {
            Self::Received(Received::Named(id)) | Self::Sent(Sent::Named(id)) => {
                Some(*id)
            }
            _ => None,
        }
    }
}

/// A position, with what its parent says about it.
#[derive(Clone)]
struct Spot<'a> {
    root: &'a str,
    path: String,
    optional: bool,
    nullable: bool,
    clearable: bool,
    member: Option<String>,
    pointer: &'a str,
    rust: String,
}

/// Returns the path of a member of the type at `path`.
fn below(path: &str, member: &str) -> String {
    if path.is_empty() { member.to_owned() } else { format!("{path}.{member}") }
}

/// Returns the path inside the container at `path`.
fn inside(path: &str, step: &Step) -> String {
    format!("{path}{}", if *step == Step::Values { "{}" } else { "[]" })
}

impl<'a> Inventory<'a> {
    fn resources(&mut self) {
        let mut resources: Vec<(&'a str, TypeId)> = self
            .krate
            .ids()
            .filter_map(|id| match &self.krate.get(id).shape {
                Shape::Object(object) if object.is_resource => {
                    Some((object.component.as_deref()?, id))
                }
                _ => None,
            })
            .collect();
        resources.sort_unstable();
        for (component, id) in resources {
            self.members(component, "", id);
        }
    }

    fn operations(&mut self) {
        for accessor in &self.krate.accessors {
            let owner = format!(
                "{}::{}::{}",
                self.package, accessor.name.module, accessor.name.ident
            );
            for operation in self.krate.operations_of(accessor) {
                self.operation(&format!("{owner}::{}", operation.ident), operation);
            }
        }
    }

    fn omitted(&mut self) {
        for omission in &self.krate.omitted {
            let mut line = Map::new();
            line.insert("root".into(), omission.route.clone().into());
            line.insert("kind".into(), "omitted".into());
            line.insert("pointer".into(), omission.pointer.clone().into());
            line.insert("reason".into(), omission.reason.clone().into());
            self.lines.push(Value::Object(line));
        }
    }

    fn operation(&mut self, rust: &str, operation: &'a Operation) {
        let params = operation.api.params.map(|id| (id, self.krate.get(id)));
        let root = match params {
            Some((_, def)) => def.origin().root.clone(),
            None => operation.root.clone(),
        };
        let response = Ty::Received(&operation.api.response);
        let mut line = Map::new();
        line.insert("root".into(), root.clone().into());
        line.insert("kind".into(), "operation".into());
        line.insert("of".into(), self.kind(response).into());
        put_texts(&mut line, "targets", &self.targets(response));
        if let Some(host) = &operation.api.host {
            line.insert("host".into(), host.clone().into());
        }
        line.insert("pointer".into(), operation.api.pointer.clone().into());
        line.insert("rust".into(), rust.into());
        self.lines.push(Value::Object(line));
        if let Some((id, _)) = params {
            self.members(&root, "", id);
        }
        if let Some(pointer) = &operation.api.expand {
            let spot = Spot {
                root: &root,
                path: dialect::EXPAND.to_owned(),
                optional: true,
                nullable: false,
                clearable: false,
                member: None,
                pointer,
                rust: format!("{}::Call::{}", self.package, dialect::EXPAND),
            };
            self.line(&spot, Ty::Sent(&Sent::Array(Box::new(Sent::String))));
        }
    }

    /// Adds the lines of a type's members.
    fn members(&mut self, root: &str, path: &str, id: TypeId) {
        if self.above.is_empty() {
            self.listed.clear();
        }
        let listed = self.listed.entry(id).or_default();
        *listed += 1;
        if *listed > LISTED || self.above.len() >= DEPTH || self.above.contains(&id) {
            return;
        }
        self.above.push(id);
        let def = self.krate.get(id);
        match &def.shape {
            Shape::Object(object) => self.fields(root, path, def, object),
            Shape::Params(params) => self.params(root, path, def, params),
            Shape::Enum(_) | Shape::Union(_) | Shape::Reference(_) => {}
        }
        self.above.pop();
    }

    fn fields(&mut self, root: &str, path: &str, def: &'a TypeDef, object: &'a Object) {
        let owner = self.rust(def);
        if let Some(tag) = &object.tag {
            let mut line = Map::new();
            line.insert("root".into(), root.into());
            line.insert("path".into(), below(path, dialect::OBJECT).into());
            line.insert("kind".into(), "enum".into());
            line.insert("enum".into(), vec![tag.value.clone()].into());
            line.insert("pointer".into(), tag.pointer.clone().into());
            line.insert("rust".into(), format!("{owner}::OBJECT").into());
            self.lines.push(Value::Object(line));
        }
        for field in &object.fields {
            let spot = Spot {
                root,
                path: below(path, &field.api.wire),
                optional: !field.api.required,
                nullable: field.api.nullable,
                clearable: false,
                member: None,
                pointer: &field.api.pointer,
                rust: format!("{owner}::{}", field.ident),
            };
            self.value(&spot, Ty::Received(&field.api.ty));
        }
    }

    fn params(&mut self, root: &str, path: &str, def: &'a TypeDef, params: &'a Params) {
        let owner = self.rust(def);
        for param in &params.fields {
            let pointer = self.local(root, def, &param.api.pointer);
            let spot = Spot {
                root,
                path: below(path, &param.api.wire),
                optional: !param.api.required,
                nullable: false,
                clearable: param.api.clearable,
                member: None,
                pointer: &pointer,
                rust: format!("{owner}::{}", param.ident),
            };
            if param.api.further.is_empty() {
                self.value(&spot, Ty::Sent(&param.api.ty));
                continue;
            }
            self.entry(&spot, "union");
            for (name, ty) in param.forms() {
                let member = Some(self.kind(Ty::Sent(ty)).to_owned());
                let rust = format!("{owner}::{name}");
                let spot = Spot { member, rust, clearable: false, ..spot.clone() };
                self.value(&spot, Ty::Sent(ty));
            }
        }
    }

    /// Adds the line of a value, and those of its members.
    fn value(&mut self, spot: &Spot<'_>, ty: Ty<'_>) {
        self.line(spot, ty);
        if let Some(id) = ty.named().filter(|id| !self.is_resource(*id)) {
            self.members(spot.root, &spot.path, id);
        } else if let Some((step, of)) = ty.listed() {
            self.items(spot, &inside(&spot.path, &step), of);
        } else if let Ty::Sent(Sent::Range) = ty {
            self.bounds(spot);
        }
    }

    /// Adds the lines of the values inside an array or map.
    fn items(&mut self, spot: &Spot<'_>, path: &str, of: Ty<'_>) {
        if let Some(id) = of.named().filter(|id| !self.is_resource(*id)) {
            self.members(spot.root, path, id);
        } else if of.listed().is_some() {
            let spot = Spot {
                path: path.to_owned(),
                optional: false,
                nullable: false,
                clearable: false,
                ..spot.clone()
            };
            self.value(&spot, of);
        }
    }

    fn bounds(&mut self, spot: &Spot<'_>) {
        for bound in dialect::BOUNDS {
            let path = below(&spot.path, bound);
            let rust = format!("{}::RangeFilter::{bound}", self.package);
            let bound =
                Spot { path, rust, optional: true, clearable: false, ..spot.clone() };
            self.line(&bound, Ty::Sent(&Sent::Timestamp));
        }
    }

    fn line(&mut self, spot: &Spot<'_>, ty: Ty<'_>) {
        let mut line = self.start(spot, self.kind(ty));
        let inner = match ty.listed() {
            Some((_, of)) => {
                line.insert("of".into(), self.kind(of).into());
                of
            }
            None => ty,
        };
        let (values, targets) = (self.values(inner), self.targets(inner));
        self.finish(line, spot, &values, &targets);
    }

    /// Adds the line of a value that has no type of its own.
    fn entry(&mut self, spot: &Spot<'_>, kind: &str) {
        let line = self.start(spot, kind);
        self.finish(line, spot, &[], &[]);
    }

    fn start(&self, spot: &Spot<'_>, kind: &str) -> Map<String, Value> {
        let mut line = Map::new();
        line.insert("root".into(), spot.root.into());
        line.insert("path".into(), spot.path.clone().into());
        line.insert("kind".into(), kind.into());
        line
    }

    fn finish(
        &mut self,
        mut line: Map<String, Value>,
        spot: &Spot<'_>,
        values: &[String],
        targets: &[String],
    ) {
        for (key, is) in [
            ("optional", spot.optional),
            ("nullable", spot.nullable),
            ("clearable", spot.clearable),
        ] {
            if is {
                line.insert(key.into(), true.into());
            }
        }
        put_texts(&mut line, "enum", values);
        put_texts(&mut line, "targets", targets);
        if let Some(member) = &spot.member {
            line.insert("member".into(), member.clone().into());
        }
        line.insert("pointer".into(), spot.pointer.into());
        line.insert("rust".into(), spot.rust.clone().into());
        self.lines.push(Value::Object(line));
    }

    fn kind(&self, ty: Ty<'_>) -> &'static str {
        match ty {
            Ty::Received(ty) => match ty {
                Received::String | Received::Secret => "string",
                Received::Integer | Received::Number => "number",
                Received::Boolean => "boolean",
                Received::Decimal => "decimal",
                Received::Timestamp => "timestamp",
                Received::Bytes => "bytes",
                Received::Raw(_) => "raw",
                Received::Expandable(..) => "expandable",
                Received::List(_) | Received::SearchResult(_) => "list",
                Received::Array(_) => "array",
                Received::Map(_) => "map",
                Received::Deletable(..) => "union",
                Received::Named(id) => self.named_kind(*id),
            },
            Ty::Sent(ty) => match ty {
                Sent::String => "string",
                Sent::Integer | Sent::Number => "number",
                Sent::Boolean => "boolean",
                Sent::Decimal => "decimal",
                Sent::Timestamp => "timestamp",
                Sent::File => dialect::FILE,
                Sent::Array(_) => "array",
                Sent::Map(_) => "map",
                Sent::Range => "union",
                Sent::Named(id) => self.named_kind(*id),
            },
        }
    }

    fn named_kind(&self, id: TypeId) -> &'static str {
        match &self.krate.get(id).shape {
            Shape::Object(object) if object.is_resource => "resource",
            Shape::Object(_) | Shape::Params(_) => "object",
            Shape::Enum(_) => "enum",
            Shape::Union(_) => "union",
            Shape::Reference(_) => "expandable",
        }
    }

    fn values(&self, ty: Ty<'_>) -> Vec<String> {
        let shape = ty.named().map(|id| &self.krate.get(id).shape);
        match shape {
            Some(Shape::Enum(values)) => values.iter().map(|v| v.wire.clone()).collect(),
            _ => Vec::new(),
        }
    }

    fn targets(&self, ty: Ty<'_>) -> Vec<String> {
        if let Ty::Received(ty) = ty {
            match ty {
                Received::Expandable(_, targets)
                | Received::Deletable(_, targets)
                | Received::Raw(targets) => return targets.clone(),
                Received::List(of) | Received::SearchResult(of) => {
                    return self.targets(Ty::Received(of));
                }
                _ => {}
            }
        }
        match ty.named().map(|id| &self.krate.get(id).shape) {
            Some(Shape::Object(object)) if object.is_resource => {
                object.component.iter().cloned().collect()
            }
            Some(Shape::Union(variants)) => {
                variants.iter().map(|v| v.api.component.clone()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Returns the pointer of a shared type's member below this root: the document
    /// contains the type several times.
    fn local(&self, root: &str, def: &TypeDef, pointer: &str) -> String {
        let here = def.origins.iter().find(|origin| origin.root == root);
        match (here, pointer.strip_prefix(&def.origin().pointer)) {
            (Some(here), Some(rest)) => format!("{}{rest}", here.pointer),
            _ => pointer.to_owned(),
        }
    }

    fn is_resource(&self, id: TypeId) -> bool {
        matches!(&self.krate.get(id).shape, Shape::Object(object) if object.is_resource)
    }

    fn rust(&self, def: &TypeDef) -> String {
        format!("{}::{}::{}", self.package, def.name.module, def.name.ident)
    }
}

fn put_texts(line: &mut Map<String, Value>, key: &str, texts: &[String]) {
    if !texts.is_empty() {
        line.insert(key.to_owned(), texts.to_vec().into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Api, Field, Param};
    use crate::testing::{
        emitted, field, inputs, list, optional, param, path, required,
    };

    /// Returns the lines, without the pointers.
    fn lines(api: Api) -> Vec<String> {
        let text =
            emitted(emit, &api.planned(), &inputs()).remove("inventory.jsonl").unwrap();
        let pointer = regex::Regex::new(r#","pointer":"[^"]*""#).unwrap();
        text.lines().map(|line| pointer.replace(line, "").into_owned()).collect()
    }

    #[track_caller]
    fn assert_lines(api: Api, expected: &[&str]) {
        let lines = lines(api);
        for line in expected {
            assert!(lines.contains(&(*line).to_owned()), "{line}\n{}", lines.join("\n"));
        }
    }

    #[test]
    fn resources_are_listed_with_what_they_contain() {
        let mut api = Api::empty();
        let colour = api.choice(path("boat:hull_colour"), &["red"]);
        let sail = api.object("boat:sails[]", [field("area", Received::Number)]);
        let sails = Received::Array(Box::new(Received::Named(sail)));
        let null =
            Field { nullable: true, ..optional("colour", Received::Named(colour)) };
        let fields = [field("id", Received::String), field("sails", sails), null];
        let boat = api.object("boat", fields);
        api.operation("GET /v1/boats/{boat}", Received::Named(boat));
        assert_lines(
            api,
            &[
                r#"{"root":"boat","path":"object","kind":"enum","enum":["boat"],"rust":"boats_api::boats::Boat::OBJECT"}"#,
                r#"{"root":"boat","path":"id","kind":"string","rust":"boats_api::boats::Boat::id"}"#,
                r#"{"root":"boat","path":"sails","kind":"array","of":"object","rust":"boats_api::boats::Boat::sails"}"#,
                r#"{"root":"boat","path":"sails[].area","kind":"number","rust":"boats_api::boats::BoatSail::area"}"#,
                r#"{"root":"boat","path":"colour","kind":"enum","optional":true,"nullable":true,"enum":["red"],"rust":"boats_api::boats::Boat::colour"}"#,
            ],
        );
    }

    #[test]
    fn operations_are_listed_with_their_parameters() {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("id", Received::String)]);
        let all = api.operation("GET /v1/boats", list(boat));
        let further = vec![Sent::Integer];
        let range = param("at", Sent::Range);
        let forms = Param { further, clearable: true, ..required("x", Sent::String) };
        api.params(all, "", [range, forms]);
        api.operations[0].expand = Some("/expand".to_owned());
        let name = "boats_api::boats::params::ListBoats";
        assert_lines(
            api,
            &[
                r#"{"root":"boat#list","kind":"operation","of":"list","targets":["boat"],"rust":"boats_api::boats::Boats::list"}"#,
                &format!(
                    r#"{{"root":"boat#list","path":"at","kind":"union","optional":true,"rust":"{name}::at"}}"#
                ),
                r#"{"root":"boat#list","path":"at.gte","kind":"timestamp","optional":true,"rust":"boats_api::RangeFilter::gte"}"#,
                &format!(
                    r#"{{"root":"boat#list","path":"x","kind":"union","clearable":true,"rust":"{name}::x"}}"#
                ),
                &format!(
                    r#"{{"root":"boat#list","path":"x","kind":"number","member":"number","rust":"{name}::x_integer"}}"#
                ),
                r#"{"root":"boat#list","path":"expand","kind":"array","of":"string","optional":true,"rust":"boats_api::Call::expand"}"#,
            ],
        );
    }

    #[test]
    fn uploads_and_downloads_are_listed_with_their_hosts() {
        let mut api = Api::empty();
        let upload = api.operation("POST /v1/boats", Received::Bytes);
        api.params(upload, "", [required("chart", Sent::File)]);
        api.operations[0].host = Some("charts.example".to_owned());
        assert_lines(
            api,
            &[
                r#"{"root":"boats#create","kind":"operation","of":"bytes","host":"charts.example","rust":"boats_api::boats::Boats::create"}"#,
                r#"{"root":"boats#create","path":"chart","kind":"file","rust":"boats_api::boats::params::CreateBoats::chart"}"#,
            ],
        );
    }

    #[test]
    fn a_resource_inside_another_is_listed_once() {
        let mut api = Api::empty();
        let id = || field("id", Received::String);
        let oar = api.object("oar", [id()]);
        api.object("boat", [id(), field("oar", Received::Named(oar))]);
        let all = lines(api);
        assert_eq!(
            all.iter().filter(|line| line.contains("shared::Oar::id")).count(),
            1
        );
        assert!(all.iter().any(|line| {
            line.contains(r#""path":"oar","kind":"resource","targets":["oar"]"#)
        }));
    }
}
