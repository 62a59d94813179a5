//! The lines of the model of the API.

use super::{Dump, about_field, about_operation, about_param, received, sent, words};
use crate::model::{Api, Object, Operation, OperationId, SchemaPath, Shape, TypeId};

/// Returns the lines of an API.
pub fn api(api: &Api) -> Dump {
    let mut dumper = Dumper { api, dump: Dump::default() };
    for (id, operation) in api.operations() {
        dumper.operation(id, operation);
    }
    dumper.events();
    let mut types: Vec<TypeId> = api.ids().collect();
    types.sort_by_key(|id| dumper.name(*id));
    types.into_iter().for_each(|id| dumper.type_def(id));
    dumper.dump
}

struct Dumper<'a> {
    api: &'a Api,
    dump: Dump,
}

impl<'a> Dumper<'a> {
    fn operation(&mut self, id: OperationId, operation: &Operation) {
        let root = self.api.calls.action(id).root.clone();
        let mut details: Vec<String> = about_operation(operation).collect();
        details.extend(operation.params.map(|id| format!("sends {}", self.name(id))));
        details
            .push(format!("receives {}", received(&operation.response, &self.namer())));
        details.extend(words([
            ("expand", operation.expand.is_some()),
            ("deprecated", operation.deprecated),
        ]));
        self.dump.push("operation", [operation.route(), root], details);
    }

    fn events(&mut self) {
        let Some(events) = &self.api.events else { return };
        let details = vec![
            format!("object {}", self.name(events.object)),
            format!("type {}", self.name(events.kind)),
        ];
        self.dump.push("events", [self.name(events.event)], details);
    }

    fn type_def(&mut self, id: TypeId) {
        let name = self.name(id);
        let def = self.api.get(id);
        let path = &def.origins[0].path;
        match &def.shape {
            Shape::Object(object) => self.object(path, object),
            Shape::Enum(values) => {
                self.dump.push("enum", [name.clone()], Vec::new());
                for value in values {
                    self.dump.push("value", [name.clone(), value.wire.clone()], vec![]);
                }
            }
            Shape::Union(variants) => {
                self.dump.push("union", [name.clone()], Vec::new());
                for variant in variants {
                    let details = vec![self.name(variant.ty)];
                    let names = [name.clone(), variant.tag.clone()];
                    self.dump.push("variant", names, details);
                }
            }
            Shape::Reference(reference) => {
                let to = reference.object.map(|id| format!("object {}", self.name(id)));
                let targets = format!("to {}", reference.targets.join(" or "));
                let details = std::iter::once(targets).chain(to).collect();
                self.dump.push("reference", [name.clone()], details);
            }
            Shape::Params(params) => {
                self.dump.push("params", [name.clone()], Vec::new());
                for param in params {
                    let forms = param.forms().map(|ty| sent(ty, &self.namer()));
                    let forms: Vec<String> = forms.collect();
                    let details = std::iter::once(forms.join(" or "));
                    let details = details.chain(about_param(param)).collect();
                    self.member("param", path, &param.wire, details);
                }
            }
        }
        for origin in &def.origins[1..] {
            let names = [name.clone(), self.api.key(&origin.path)];
            self.dump.push("also", names, Vec::new());
        }
    }

    fn object(&mut self, path: &SchemaPath, object: &Object) {
        let is = [
            ("resource", object.is_resource),
            ("deleted", object.is_deleted),
            ("lenient", object.lenient),
        ];
        let tag = object.tag.iter().map(|tag| format!("tag {}", tag.value));
        self.dump.push("object", [self.api.key(path)], words(is).chain(tag).collect());
        for field in &object.fields {
            let ty = std::iter::once(received(&field.ty, &self.namer()));
            self.member(
                "field",
                path,
                &field.wire,
                ty.chain(about_field(field)).collect(),
            );
        }
    }

    fn member(
        &mut self,
        kind: &'static str,
        path: &SchemaPath,
        wire: &str,
        details: Vec<String>,
    ) {
        self.dump.push(kind, [self.api.key(&path.property(wire))], details);
    }

    fn name(&self, id: TypeId) -> String {
        name(self.api, id)
    }

    fn namer(&self) -> impl Fn(TypeId) -> String + use<'a> {
        let api = self.api;
        move |id| name(api, id)
    }
}

fn name(api: &Api, id: TypeId) -> String {
    api.key(&api.get(id).origins[0].path)
}
