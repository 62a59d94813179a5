//! Lists everything that is emitted as JSON lines: one per field, parameter and
//! operation.

use serde_json::{Map, Value};

use crate::model::{Api, Object, Operation, Params, Shape, Type, TypeDef, TypeId};
use crate::openapi::dialect;

/// Returns the lines, those of responses first.
pub(crate) fn lines(api: &Api, package: &str) -> String {
    let mut inventory = Inventory {
        api,
        package: package.replace('-', "_"),
        lines: Vec::new(),
        above: Vec::new(),
    };
    inventory.resources();
    inventory.operations();
    inventory.lines.iter().map(|line| line.to_string() + "\n").collect()
}

struct Inventory<'a> {
    api: &'a Api,
    package: String,
    lines: Vec<Value>,
    /// The types that contain the current one, so that recursion ends at a type inside
    /// itself.
    above: Vec<TypeId>,
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

impl Spot<'_> {
    fn below(&self, step: &str) -> String {
        match (self.path.is_empty(), step.starts_with(['[', '{'])) {
            (true, _) => step.to_owned(),
            (false, true) => format!("{}{step}", self.path),
            (false, false) => format!("{}.{step}", self.path),
        }
    }
}

impl<'a> Inventory<'a> {
    fn resources(&mut self) {
        let mut resources: Vec<(&'a str, TypeId)> = self
            .api
            .ids()
            .filter_map(|id| match &self.api.get(id).shape {
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
        for accessor in &self.api.accessors {
            let owner = format!(
                "{}::{}::{}",
                self.package, accessor.name.module, accessor.name.ident
            );
            for operation in accessor.operations.iter().map(|i| &self.api.operations[*i])
            {
                self.operation(&format!("{owner}::{}", operation.ident), operation);
            }
        }
    }

    fn operation(&mut self, rust: &str, operation: &'a Operation) {
        let root = format!("{}#{}", operation.component, operation.ident);
        let params = operation.params.map(|id| (id, self.api.get(id)));
        let root = match params.and_then(|(_, def)| def.origins.first()) {
            Some(origin) => origin.root.clone(),
            None => root,
        };
        let mut line = Map::new();
        line.insert("root".into(), root.clone().into());
        line.insert("kind".into(), "operation".into());
        line.insert("of".into(), self.kind(&operation.response).into());
        put_texts(&mut line, "targets", &self.targets(&operation.response));
        line.insert("pointer".into(), operation.pointer.clone().into());
        line.insert("rust".into(), rust.into());
        self.lines.push(Value::Object(line));
        if let Some((id, _)) = params {
            self.members(&root, "", id);
        }
        if let Some(pointer) = &operation.expand {
            self.line(
                &Spot {
                    root: &root,
                    path: dialect::EXPAND.to_owned(),
                    optional: true,
                    nullable: false,
                    clearable: false,
                    member: None,
                    pointer,
                    rust: format!("{}::Call::{}", self.package, dialect::EXPAND),
                },
                &Type::Array(Box::new(Type::String)),
            );
        }
    }

    /// Adds the lines of a type's members.
    fn members(&mut self, root: &str, path: &str, id: TypeId) {
        if self.above.contains(&id) {
            return;
        }
        self.above.push(id);
        let def = self.api.get(id);
        match &def.shape {
            Shape::Object(object) => self.fields(root, path, def, object),
            Shape::Params(params) => self.params(root, path, def, params),
            Shape::Enum(_) | Shape::Union(_) | Shape::Reference(_) => {}
        }
        self.above.pop();
    }

    fn fields(&mut self, root: &str, path: &str, def: &'a TypeDef, object: &'a Object) {
        let at = |wire: &str| {
            if path.is_empty() { wire.to_owned() } else { format!("{path}.{wire}") }
        };
        let owner = self.rust(def);
        if let Some(tag) = &object.tag {
            let mut line = Map::new();
            line.insert("root".into(), root.into());
            line.insert("path".into(), at(dialect::OBJECT).into());
            line.insert("kind".into(), "enum".into());
            line.insert("enum".into(), vec![tag.value.clone()].into());
            line.insert("pointer".into(), tag.pointer.clone().into());
            line.insert("rust".into(), format!("{owner}::OBJECT").into());
            self.lines.push(Value::Object(line));
        }
        for field in &object.fields {
            let spot = Spot {
                root,
                path: at(&field.wire),
                optional: !field.required,
                nullable: field.nullable,
                clearable: false,
                member: None,
                pointer: &field.pointer,
                rust: format!("{owner}::{}", field.ident),
            };
            self.value(&spot, &field.ty);
        }
    }

    fn params(&mut self, root: &str, path: &str, def: &'a TypeDef, params: &'a Params) {
        let owner = self.rust(def);
        for param in &params.fields {
            let spot = Spot {
                root,
                path: if path.is_empty() {
                    param.wire.clone()
                } else {
                    format!("{path}.{}", param.wire)
                },
                optional: !param.required,
                nullable: false,
                clearable: param.clearable,
                member: None,
                pointer: &self.local(root, def, &param.pointer),
                rust: format!("{owner}::{}", param.ident),
            };
            self.value(&spot, &param.ty);
            if let Type::Choice(_) = &param.ty {
                for (name, ty) in param.forms() {
                    let member = Some(self.kind(ty).to_owned());
                    let rust = format!("{owner}::{name}");
                    self.value(
                        &Spot { member, rust, clearable: false, ..spot.clone() },
                        ty,
                    );
                }
            }
        }
    }

    /// Adds the line of a value, and those of its members.
    fn value(&mut self, spot: &Spot<'_>, ty: &Type) {
        self.line(spot, ty);
        match ty {
            Type::Named(id) if !self.is_resource(*id) => {
                self.members(spot.root, &spot.path, *id);
            }
            Type::Array(of) => self.inside(spot, "[]", of),
            Type::Map(of) => self.inside(spot, "{}", of),
            Type::Range => self.bounds(spot),
            _ => {}
        }
    }

    fn inside(&mut self, spot: &Spot<'_>, step: &str, of: &Type) {
        let path = spot.below(step);
        match of {
            Type::Named(id) if !self.is_resource(*id) => {
                self.members(spot.root, &path, *id);
            }
            Type::Array(_) | Type::Map(_) => {
                self.value(
                    &Spot {
                        path,
                        optional: false,
                        nullable: false,
                        clearable: false,
                        ..spot.clone()
                    },
                    of,
                );
            }
            _ => {}
        }
    }

    fn bounds(&mut self, spot: &Spot<'_>) {
        for bound in dialect::BOUNDS {
            let path = spot.below(bound);
            let rust = format!("{}::RangeFilter::{bound}", self.package);
            let bound =
                Spot { path, rust, optional: true, clearable: false, ..spot.clone() };
            self.line(&bound, &Type::Timestamp);
        }
    }

    fn line(&mut self, spot: &Spot<'_>, ty: &Type) {
        let mut line = Map::new();
        line.insert("root".into(), spot.root.into());
        line.insert("path".into(), spot.path.clone().into());
        line.insert("kind".into(), self.kind(ty).into());
        let inner = match ty {
            Type::Array(of) | Type::Map(of) => {
                line.insert("of".into(), self.kind(of).into());
                of
            }
            ty => ty,
        };
        for (key, is) in [
            ("optional", spot.optional),
            ("nullable", spot.nullable),
            ("clearable", spot.clearable),
        ] {
            if is {
                line.insert(key.into(), true.into());
            }
        }
        put_texts(&mut line, "enum", &self.values(inner));
        put_texts(&mut line, "targets", &self.targets(inner));
        if let Some(member) = &spot.member {
            line.insert("member".into(), member.clone().into());
        }
        line.insert("pointer".into(), spot.pointer.into());
        line.insert("rust".into(), spot.rust.clone().into());
        self.lines.push(Value::Object(line));
    }

    fn kind(&self, ty: &Type) -> &'static str {
        match ty {
            Type::String | Type::Secret => "string",
            Type::Integer | Type::Number => "number",
            Type::Boolean => "boolean",
            Type::Decimal => "decimal",
            Type::Timestamp => "timestamp",
            Type::Raw(_) => "raw",
            Type::Expandable(..) => "expandable",
            Type::List(_) | Type::SearchResult(_) => "list",
            Type::Array(_) => "array",
            Type::Map(_) => "map",
            Type::Range | Type::Choice(_) | Type::Deletable(..) => "union",
            Type::Named(id) => match &self.api.get(*id).shape {
                Shape::Object(object) if object.is_resource => "resource",
                Shape::Object(_) | Shape::Params(_) => "object",
                Shape::Enum(_) => "enum",
                Shape::Union(_) => "union",
                Shape::Reference(_) => "expandable",
            },
        }
    }

    fn values(&self, ty: &Type) -> Vec<String> {
        match ty {
            Type::Named(id) => match &self.api.get(*id).shape {
                Shape::Enum(set) => set.values.iter().map(|v| v.wire.clone()).collect(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn targets(&self, ty: &Type) -> Vec<String> {
        match ty {
            Type::Expandable(_, targets)
            | Type::Deletable(_, targets)
            | Type::Raw(targets) => targets.clone(),
            Type::List(of) | Type::SearchResult(of) => self.targets(of),
            Type::Named(id) => match &self.api.get(*id).shape {
                Shape::Object(object) if object.is_resource => {
                    object.component.iter().cloned().collect()
                }
                Shape::Union(variants) => {
                    variants.iter().map(|v| v.component.clone()).collect()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Returns the pointer of a shared type's member below this root: the document
    /// contains the type several times.
    fn local(&self, root: &str, def: &TypeDef, pointer: &str) -> String {
        let here = def.origins.iter().find(|origin| origin.root == root);
        match (here, pointer.strip_prefix(&def.origins[0].pointer)) {
            (Some(here), Some(rest)) => format!("{}{rest}", here.pointer),
            _ => pointer.to_owned(),
        }
    }

    fn is_resource(&self, id: TypeId) -> bool {
        matches!(&self.api.get(id).shape, Shape::Object(object) if object.is_resource)
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
