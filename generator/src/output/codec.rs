//! Emits the tables of wire names, apart from the types.

use super::emitter;
use super::imports::Imports;
use super::params::must_be_set;
use crate::model::{
    Absence, Api, Id, Object, Reference, Shape, TypeDef, TypeId, Variant,
};
use crate::openapi::dialect;
use crate::output::layout::{Entry, Item, SourceFile};
use crate::rust::ident::CODEC;

/// Returns the file with the tables of a module, unless it has no types.
pub(super) fn emit(api: &Api, path: &str, types: &[TypeId]) -> Option<SourceFile> {
    if types.is_empty() {
        return None;
    }
    let mut imports = Imports::default();
    let mut tables = Tables::default();
    for def in types.iter().map(|id| api.get(*id)) {
        match &def.shape {
            Shape::Object(object) => tables.object(def, object),
            Shape::Enum(set) => {
                let rows =
                    set.values.iter().map(|v| format!("{} = {:?},", v.ident, v.wire));
                tables.enums.push(Entry::new(def.name.ident.clone(), rows.collect()));
            }
            Shape::Union(variants) => tables.union(api, def, variants),
            Shape::Reference(reference) => {
                tables.reference(api, def, reference, &mut imports);
            }
            Shape::Params(params) => {
                let mark = match must_be_set(api, params).as_slice() {
                    [] if params.fields.is_empty() => " memberless".to_owned(),
                    [] => String::new(),
                    required => format!(" {required:?}"),
                };
                tables.params.push(Entry::row(format!("{}{mark},", def.name.ident)));
            }
        }
    }
    imports.item("super", "*");
    let items = tables.items(&mut imports);
    if items.is_empty() {
        return None;
    }
    Some(SourceFile {
        path: format!("{}/{CODEC}.rs", path.replace("::", "/")),
        emitter: emitter(module_path!()),
        docs: "The wire names of types, fields and values.".to_owned(),
        imports: imports.declarations(),
        items,
    })
}

#[derive(Default)]
struct Tables {
    objects: Vec<Entry>,
    ids: Vec<Entry>,
    enums: Vec<Entry>,
    unions: Vec<Entry>,
    references: Vec<Entry>,
    expansions: Vec<Entry>,
    params: Vec<Entry>,
}

impl Tables {
    fn object(&mut self, def: &TypeDef, object: &Object) {
        let head = match &object.tag {
            Some(tag) => format!("{} as {:?}", def.name.ident, tag.value),
            None => def.name.ident.clone(),
        };
        let rows = object.fields.iter().map(|field| {
            let need = match (field.required, field.absence) {
                (true, Absence::Rejected) => "required",
                (true, Absence::Empty) => "or_empty",
                (false, _) if object.lenient => "lenient",
                (false, _) => "optional",
            };
            format!("{}: {need} {:?},", field.ident, field.wire)
        });
        self.objects.push(Entry::new(head, rows.collect()));
        if !object.expansions.is_empty() {
            let rows =
                object.expansions.iter().map(|e| format!("{} = {:?},", e.ident, e.path));
            self.expansions.push(Entry::new(def.name.ident.clone(), rows.collect()));
        }
        let how = match object.id {
            Some(Id::Always) => "",
            Some(Id::Sometimes) => " optional",
            Some(Id::Never) => " none",
            None => return,
        };
        self.ids.push(Entry::row(format!("{}{how},", def.name.ident)));
    }

    fn union(&mut self, api: &Api, def: &TypeDef, variants: &[Variant]) {
        let rows = variants.iter().map(|variant| {
            let is_deleted = matches!(&api.get(variant.ty).shape, Shape::Object(o) if o.is_deleted(dialect::DELETED));
            let mark = if is_deleted { "deleted " } else { "" };
            format!("{} = {mark}{:?},", variant.ident, variant.tag)
        });
        self.unions.push(Entry::new(def.name.ident.clone(), rows.collect()));
    }

    /// Adds a reference, if there is a type for its object.
    fn reference(
        &mut self,
        api: &Api,
        def: &TypeDef,
        reference: &Reference,
        imports: &mut Imports,
    ) {
        let Some(object) = reference.object.map(|id| api.get(id)) else { return };
        let tag = match &object.shape {
            Shape::Object(Object { tag: Some(tag), .. }) => {
                format!(" as {:?}", tag.value)
            }
            _ => String::new(),
        };
        if object.name.module != def.name.module {
            imports.name(&object.name, &def.name.module);
        }
        self.references.push(Entry::row(format!(
            "{} => {}{tag},",
            def.name.ident, object.name.ident
        )));
    }

    fn items(self, imports: &mut Imports) -> Vec<Item> {
        let tables = [
            ("decode", "object", self.objects),
            ("decode", "has_id", self.ids),
            ("decode", "open_enum", self.enums),
            ("decode", "union", self.unions),
            ("decode", "references", self.references),
            ("expand", "paths", self.expansions),
            ("encode", "params", self.params),
        ];
        let used = tables.into_iter().filter(|(_, _, entries)| !entries.is_empty());
        used.map(|(module, name, entries)| {
            imports.runtime(module);
            Item::Table { name: format!("{module}::{name}!"), entries }
        })
        .collect()
    }
}
