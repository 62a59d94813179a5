//! Prints the tables of wire names, apart from the types.

use std::collections::BTreeMap;

use super::imports::Imports;
use super::layout::{Item, SourceFile};
use super::table::Entry;
use super::{Context, File, cfg, modules};
use crate::diagnostic::Result;
use crate::model::{Absence, Reference, Sent, TypeId};
use crate::rust::ident::CODEC;
use crate::rust::{Crate, Features, Id, Object, Params, Shape, TypeDef, Variant};

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    let modules = modules::of(context.krate);
    let files = modules.iter().flat_map(|(path, module)| {
        let parts = parts(context.krate, path, &module.types).into_iter();
        parts.map(move |part| tables(context.krate, path, &part))
    });
    context.print("codec", files.collect())
}

/// The tables of a module that are compiled together.
pub(super) struct Part {
    /// The file in the module, without extension.
    pub(super) file: String,
    /// The features that it names inside the module.
    pub(super) features: Features,
    types: Vec<TypeId>,
}

/// Returns the tables of a module; none if it has no types but markers.
pub(super) fn parts(krate: &Crate, path: &str, types: &[TypeId]) -> Vec<Part> {
    let around = krate.features_of_module(path);
    let mut parts: BTreeMap<Features, Vec<TypeId>> = BTreeMap::new();
    for id in types {
        let def = krate.get(*id);
        let features = match &def.shape {
            // A marker leads to its object where that is compiled.
            Shape::Reference(Reference { object, .. }) => match object {
                Some(object) => &krate.get(*object).features,
                None => continue,
            },
            _ => &def.features,
        };
        parts.entry(features.within(&around)).or_default().push(*id);
    }
    let part = |(index, (features, types))| {
        let number = if index == 0 { String::new() } else { format!("_{}", index + 1) };
        Part { file: format!("{CODEC}{number}"), features, types }
    };
    parts.into_iter().enumerate().map(part).collect()
}

fn tables(krate: &Crate, path: &str, part: &Part) -> SourceFile {
    let mut imports = Imports::default();
    let mut tables = Tables::default();
    for def in part.types.iter().map(|id| krate.get(*id)) {
        tables.add(krate, def, &mut imports);
    }
    imports.item("super", "*");
    let items = tables.items(&mut imports);
    SourceFile {
        path: format!("{}/{}.rs", path.replace("::", "/"), part.file),
        docs: "The wire names of types, fields and values.".to_owned(),
        imports: imports.declarations(),
        items,
    }
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
    fn add(&mut self, krate: &Crate, def: &TypeDef, imports: &mut Imports) {
        match &def.shape {
            Shape::Object(object) => self.object(def, object),
            Shape::Enum(values) => {
                let rows = values.iter().map(|v| format!("{} = {:?},", v.ident, v.wire));
                self.enums.push(Entry::new(def.name.ident.to_string(), rows.collect()));
            }
            Shape::Union(variants) => self.union(krate, def, variants),
            Shape::Reference(reference) => {
                self.reference(krate, def, reference, imports);
            }
            Shape::Params(params) => {
                let mark = match must_be_set(krate, params).as_slice() {
                    [] if params.fields.is_empty() => " memberless".to_owned(),
                    [] => String::new(),
                    required => format!(" {required:?}"),
                };
                self.params.push(Entry::row(format!("{}{mark},", def.name.ident)));
            }
        }
    }

    fn object(&mut self, def: &TypeDef, object: &Object) {
        let head = match &object.tag {
            Some(tag) => format!("{} as {:?}", def.name.ident, tag.value),
            None => def.name.ident.to_string(),
        };
        let rows = object.fields.iter().map(|field| {
            let need = match (field.api.required, field.api.absence) {
                (true, Absence::Rejected) => "required",
                (true, Absence::Empty) => "or_empty",
                (false, _) if object.lenient => "lenient",
                (false, _) => "optional",
            };
            format!("{}: {need} {:?},", field.ident, field.api.wire)
        });
        self.objects.push(Entry::new(head, rows.collect()));
        if !object.expansions.is_empty() {
            let rows =
                object.expansions.iter().map(|e| format!("{} = {:?},", e.ident, e.path));
            self.expansions.push(Entry::new(def.name.ident.to_string(), rows.collect()));
        }
        let how = match object.id {
            Some(Id::Always) => "",
            Some(Id::Sometimes) => " optional",
            Some(Id::Never) => " none",
            None => return,
        };
        self.ids.push(Entry::row(format!("{}{how},", def.name.ident)));
    }

    fn union(&mut self, krate: &Crate, def: &TypeDef, variants: &[Variant]) {
        let rows = variants.iter().flat_map(|variant| {
            let TypeDef { shape, features, .. } = krate.get(variant.api.ty);
            let is_deleted = matches!(shape, Shape::Object(o) if o.is_deleted);
            let mark = if is_deleted { "deleted " } else { "" };
            let row = format!("{} = {mark}{:?},", variant.ident, variant.api.tag);
            cfg::line(&features.within(&def.features)).into_iter().chain([row])
        });
        self.unions.push(Entry::new(def.name.ident.to_string(), rows.collect()));
    }

    /// Adds a reference, if there is a type for its object.
    fn reference(
        &mut self,
        krate: &Crate,
        def: &TypeDef,
        reference: &Reference,
        imports: &mut Imports,
    ) {
        let Some(object) = reference.object.map(|id| krate.get(id)) else { return };
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
            ("decode", "decode::object!", self.objects),
            ("decode", "decode::has_id!", self.ids),
            ("decode", "decode::open_enum!", self.enums),
            ("decode", "decode::union!", self.unions),
            ("decode", "decode::references!", self.references),
            ("expand", "expand::paths!", self.expansions),
            ("encode", "encode::params!", self.params),
        ];
        let used = tables.into_iter().filter(|(_, _, entries)| !entries.is_empty());
        used.map(|(module, name, entries)| {
            imports.runtime(module);
            Item::Table { name, entries }
        })
        .collect()
    }
}

/// Returns the required parameters whose value can be such that nothing is sent.
fn must_be_set<'a>(krate: &Crate, params: &'a Params) -> Vec<&'a str> {
    let required = params.required().map(|param| &param.api);
    required
        .filter(|param| can_be_empty(krate, &param.ty))
        .map(|param| param.wire.as_str())
        .collect()
}

/// Returns `true` if a value can be such that nothing is sent.
fn can_be_empty(krate: &Crate, ty: &Sent) -> bool {
    match ty {
        Sent::Map(_) | Sent::Range => true,
        Sent::Named(id) => match &krate.get(*id).shape {
            Shape::Params(params) => {
                params.required().all(|param| can_be_empty(krate, &param.api.ty))
            }
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Api, Field, Received};
    use crate::testing::{
        assert_code, emitted, field, has_code, inputs, optional, param, path, required,
    };

    fn tables(api: Api, module: &str) -> String {
        let mut files = emitted(emit, &api.planned(), &inputs());
        files.remove(&format!("src/{module}/codec.rs")).unwrap()
    }

    #[test]
    fn fields_are_read_as_the_model_says() {
        let mut api = Api::empty();
        let empty = Field { absence: Absence::Empty, ..field("b", Received::String) };
        api.object(
            "boat",
            [field("a", Received::String), empty, optional("type", Received::String)],
        );
        let code = tables(api, "shared");
        assert_code(
            &code,
            &[
                "decode::object! {",
                "Boat as \"boat\" { a: required \"a\", b: or_empty \"b\", type_: optional \"type\", }",
            ],
        );
    }

    #[test]
    fn optional_fields_of_events_are_lenient() {
        let mut api = Api::empty();
        let boat = api.object("boat", [optional("a", Received::String)]);
        if let crate::model::Shape::Object(object) = &mut api.types[boat.0].shape {
            object.lenient = true;
        }
        assert_code(&tables(api, "shared"), &["a: lenient \"a\","]);
    }

    #[test]
    fn ids_and_expansions_have_tables() {
        let mut api = Api::empty();
        let sailor = api.reference("sailor", None);
        let owner = Received::Expandable(sailor, Vec::new());
        api.object("boat", [field("id", Received::String), field("owner", owner)]);
        let oar = api.object("boat:left_oar", []);
        api.union("boat:main_part", &[oar]);
        let code = tables(api, "shared");
        assert_code(
            &code,
            &[
                "decode::has_id! { Boat, LeftOar none, }",
                "expand::paths! { Boat { EXPAND_OWNER = \"owner\", } }",
            ],
        );
    }

    #[test]
    fn values_variants_and_references_have_their_words() {
        let mut api = Api::empty();
        api.choice(path("boat:hull_colour"), &["dark-red"]);
        let boat = api.object("boat", []);
        let gone = api.object("oar", []);
        if let crate::model::Shape::Object(object) = &mut api.types[gone.0].shape {
            object.is_deleted = true;
        }
        api.union("boat:main_part", &[boat, gone]);
        api.reference("boat", Some(boat));
        api.reference("sailor", None);
        let krate = api.planned();
        let files = emitted(emit, &krate, &inputs());
        assert_code(
            &files["src/shared/codec.rs"],
            &[
                "decode::open_enum! { HullColour { DarkRed = \"dark-red\", } }",
                "decode::union! { MainPart { Boat = \"boat\", Oar = deleted \"oar\", } }",
                "decode::references! { BoatRef => Boat as \"boat\", }",
            ],
        );
        // A reference to what the document lacks needs no table.
        assert!(!has_code(&files["src/shared/codec.rs"], "SailorRef"));
    }

    #[test]
    fn tables_are_in_files_by_their_features() {
        let mut api = Api::empty();
        let hull = api.object("boat_hull", []);
        let parts = [field("hull", Received::Named(hull))];
        let boat = api.object("boat", parts.clone());
        let oar = api.object("oar", parts);
        let either = api.union("boat:any_part", &[boat, oar]);
        let marker = api.reference("boat", Some(either));
        let home = Received::Expandable(marker, Vec::new());
        let sail = api.object("sail", [field("home", home)]);
        api.operation("GET /v1/boats/{boat}", Received::Named(boat));
        api.operation("GET /v1/oars/{oar}", Received::Named(oar));
        api.operation("GET /v1/sails/{sail}", Received::Named(sail));
        let files = emitted(emit, &api.planned_in_groups(&[]), &inputs());
        let codec = |name: &str| &files[&format!("src/boats/{name}.rs")];
        assert_code(codec("codec"), &["decode::object! { Boat as \"boat\" {"]);
        assert_code(
            codec("codec_2"),
            &[
                "AnyPart { #[cfg(feature = \"boats\")] Boat = \"boat\", \
                 #[cfg(feature = \"oars\")] Oar = \"oar\", }",
                "BoatHull as \"boat_hull\" {}",
                "decode::references! { BoatRef => AnyPart, }",
            ],
        );
    }

    #[test]
    fn required_parameters_that_can_be_empty_must_be_set() {
        let mut api = Api::empty();
        let create = api.operation("POST /v1/boats", Received::String);
        let some = api.params(create, "full_part", [required("x", Sent::String)]);
        let none = api.params(create, "bare_part", [param("x", Sent::String)]);
        api.params(create, "no_members", []);
        let map = Sent::Map(Box::new(Sent::String));
        let params = [
            ("a", Sent::Named(some)),
            ("b", Sent::Named(none)),
            ("c", map),
            ("d", Sent::String),
        ];
        api.params(create, "", params.map(|(wire, ty)| required(wire, ty)));
        let code = tables(api, "boats/params");
        assert_code(
            &code,
            &[
                "CreateBoats [\"b\", \"c\"],",
                "FullPartParams,",
                "NoMembersParams memberless,",
            ],
        );
        assert!(!has_code(&code, "decode::"));
    }
}
