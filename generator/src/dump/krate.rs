//! The lines of the planned crate.

use super::{Dump, about_field, about_operation, about_param, received, sent, words};
use crate::model::TypeId;
use crate::rust::{
    Accessor, Crate, Features, Object, Operation, Params, Place, Shape, TypeDef,
    TypeName,
};

/// Returns the lines of a crate.
pub fn krate(krate: &Crate) -> Dump {
    let mut dumper = Dumper { krate, dump: Dump::default() };
    for accessor in &krate.accessors {
        dumper.accessor(accessor);
    }
    let mut types: Vec<&TypeDef> = krate.types.iter().collect();
    types.sort_by_key(|def| &def.name);
    types.into_iter().for_each(|def| dumper.type_def(def));
    for fixture in &krate.fixtures {
        let details = vec![format!("in fixtures/{}", fixture.file)];
        dumper.dump.push("fixture", [dumper.name(fixture.ty)], details);
    }
    dumper.dump
}

struct Dumper<'a> {
    krate: &'a Crate,
    dump: Dump,
}

impl<'a> Dumper<'a> {
    fn accessor(&mut self, accessor: &Accessor) {
        let (mut segments, mut entries) = (String::new(), Vec::new());
        let mut at = Some(accessor);
        while let Some(node) = at {
            segments.insert_str(0, &format!("/{}", node.segment));
            entries.insert(0, node.entry.as_str());
            at = node.parent.map(|index| &self.krate.accessors[index]);
        }
        let name = rust(&accessor.name);
        let details = vec![
            format!("client.{}", entries.join(".")),
            in_file(&accessor.name, &accessor.file, &accessor.features),
        ];
        self.dump.push("accessor", [name.clone(), segments], details);
        for operation in self.krate.operations_of(accessor) {
            self.method(&name, operation);
        }
    }

    fn method(&mut self, accessor: &str, operation: &Operation) {
        let params = operation.api.params.map(|id| self.name(id));
        let arguments = operation.ids.iter().map(ToString::to_string).chain(params);
        let arguments: Vec<String> = arguments.collect();
        let mut details = vec![operation.root.clone()];
        details.extend(about_operation(&operation.api));
        if !arguments.is_empty() {
            details.push(format!("takes {}", arguments.join(" and ")));
        }
        let response = received(&operation.api.response, &self.namer());
        details.push(format!("receives {response}"));
        details.extend(words([("deprecated", operation.api.deprecated)]));
        let names = [format!("{accessor}::{}", operation.ident), operation.api.route()];
        self.dump.push("method", names, details);
    }

    fn type_def(&mut self, def: &TypeDef) {
        let name = rust(&def.name);
        let names = [name.clone(), key(def.origin())];
        let file = in_file(&def.name, &def.file, &def.features);
        match &def.shape {
            Shape::Object(object) => self.object(def, object),
            Shape::Params(params) => self.params(def, params),
            Shape::Enum(values) => {
                self.dump.push("enum", names, vec![file]);
                for value in values {
                    let names = [format!("{name}::{}", value.ident), value.wire.clone()];
                    self.dump.push("value", names, Vec::new());
                }
            }
            Shape::Union(variants) => {
                self.dump.push("union", names, vec![file]);
                for variant in variants {
                    let names =
                        [format!("{name}::{}", variant.ident), variant.api.tag.clone()];
                    self.dump.push("variant", names, vec![self.name(variant.api.ty)]);
                }
            }
            Shape::Reference(reference) => {
                let to = format!("to {}", reference.targets.join(" or "));
                let object =
                    reference.object.map(|id| format!("object {}", self.name(id)));
                let details = [to].into_iter().chain(object).chain([file]).collect();
                self.dump.push("reference", names, details);
            }
        }
        for origin in &def.origins[1..] {
            self.dump.push("also", [name.clone(), key(origin)], Vec::new());
        }
    }

    fn object(&mut self, def: &TypeDef, object: &Object) {
        let name = rust(&def.name);
        let mut details = vec![in_file(&def.name, &def.file, &def.features)];
        details.extend(words([
            ("resource", object.is_resource),
            ("deleted", object.is_deleted),
            ("lenient", object.lenient),
        ]));
        details.extend(object.tag.iter().map(|tag| format!("tag {}", tag.value)));
        let id = |id| format!("id {}", format!("{id:?}").to_lowercase());
        details.extend(object.id.map(id));
        self.dump.push("struct", [name.clone(), key(def.origin())], details);
        for field in &object.fields {
            let ty = std::iter::once(received(&field.api.ty, &self.namer()));
            let boxed = words([("boxed", field.boxed)]);
            let details = ty.chain(about_field(&field.api)).chain(boxed).collect();
            let names =
                [format!("{name}::{}", field.ident), member(def, &field.api.wire)];
            self.dump.push("field", names, details);
        }
        for expansion in &object.expansions {
            let names = [format!("{name}::{}", expansion.ident), expansion.path.clone()];
            self.dump.push("expansion", names, Vec::new());
        }
    }

    fn params(&mut self, def: &TypeDef, params: &Params) {
        let name = rust(&def.name);
        let arguments: Vec<&str> =
            params.required().map(|param| param.ident.as_str()).collect();
        let details = vec![
            in_file(&def.name, &def.file, &def.features),
            format!("new({})", arguments.join(", ")),
        ];
        self.dump.push("params", [name.clone(), key(def.origin())], details);
        for param in &params.fields {
            let wire = member(def, &param.api.wire);
            for (ident, ty) in param.forms() {
                let ty = std::iter::once(sent(ty, &self.namer()));
                let details = ty.chain(about_param(&param.api)).collect();
                self.dump.push(
                    "setter",
                    [format!("{name}::{ident}"), wire.clone()],
                    details,
                );
            }
            if let Some(ident) = &param.clear {
                self.dump.push(
                    "clear",
                    [format!("{name}::{ident}"), wire.clone()],
                    vec![],
                );
            }
        }
    }

    fn name(&self, id: TypeId) -> String {
        rust(&self.krate.get(id).name)
    }

    fn namer(&self) -> impl Fn(TypeId) -> String + use<'a> {
        let krate = self.krate;
        move |id| rust(&krate.get(id).name)
    }
}

fn rust(name: &TypeName) -> String {
    format!("{}::{}", name.module, name.ident)
}

/// Returns the file of an item, with the features that the item is compiled with.
fn in_file(name: &TypeName, file: &str, features: &Features) -> String {
    let file = format!("in {}/{file}.rs", name.module.replace("::", "/"));
    if features.is_always() { file } else { format!("{file} with {features}") }
}

/// Returns the wire path of a type, which is its key in the name lock.
fn key(place: &Place) -> String {
    match place.path.as_str() {
        "" => place.root.clone(),
        path => format!("{}:{path}", place.root),
    }
}

/// Returns the wire path of a member.
fn member(def: &TypeDef, wire: &str) -> String {
    let sign = if def.origin().path.is_empty() { ':' } else { '.' };
    format!("{}{sign}{wire}", key(def.origin()))
}
