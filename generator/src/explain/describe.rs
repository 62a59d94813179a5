//! Collects the facts about items.

use super::find::Item;
use super::{Explanation, Sources, name, origin};
use crate::model::TypeId;
use crate::rust::signature::Writer;
use crate::rust::{Crate, Features, Field, Param, Place, Shape, TypeDef, TypeName};

/// The number of places that an explanation lists.
const SHOWN: usize = 8;

/// Explains an item.
pub(super) fn item(sources: &Sources<'_>, item: Item<'_>) -> Explanation {
    let krate = sources.krate;
    match item {
        Item::Module(module) => self::module(sources, module),
        Item::Type(id) => type_def(sources, krate.get(id)),
        Item::Member(id, index) => member(sources, krate.get(id), index),
        Item::Constructor(id) => constructor(krate, krate.get(id)),
        Item::Discriminator(id) => discriminator(krate.get(id)),
        Item::Expansion(id, index) => expansion(krate.get(id), index),
        Item::Accessor(index) => accessor(sources, index),
        Item::Operation(index, at) => operation(sources, index, at),
    }
}

/// The facts about an item, in their order.
#[derive(Default)]
struct Facts(Vec<(&'static str, String)>);

impl Facts {
    fn add(&mut self, label: &'static str, text: impl Into<String>) {
        self.0.push((label, text.into()));
    }

    fn all(&mut self, label: &'static str, texts: impl IntoIterator<Item = String>) {
        self.0.extend(texts.into_iter().map(|text| (label, text)));
    }

    /// Adds wire paths and pointers, and tells how many more there are.
    fn places(&mut self, places: impl Iterator<Item = (String, String)>) {
        let places: Vec<_> = places.collect();
        for (path, pointer) in places.iter().take(SHOWN) {
            self.add("from", format!("{path} at #{pointer}"));
        }
        if let Some(others @ 1..) = places.len().checked_sub(SHOWN) {
            self.add("from", format!("and {others} more places"));
        }
    }

    fn of(self, item: String, kind: impl Into<String>) -> Explanation {
        Explanation { item, kind: kind.into(), facts: self.0 }
    }
}

fn writer(krate: &Crate) -> Writer<'_, impl Fn(TypeId) -> String> {
    Writer { krate, name: |id: TypeId| krate.get(id).name.path() }
}

/// Returns the path of the file that has an item.
fn file(name: &TypeName, file: &str) -> String {
    format!("src/{}/{file}.rs", name.module.replace("::", "/"))
}

/// Returns the features that an item is compiled with, if it needs one.
fn feature(features: &Features) -> Option<String> {
    (!features.is_always()).then(|| features.to_string())
}

fn module(sources: &Sources<'_>, module: &str) -> Explanation {
    let mut facts = Facts::default();
    let types = sources.krate.types.iter().filter(|def| def.name.module == module);
    let types = match types.count() {
        1 => "1 type".to_owned(),
        count => format!("{count} types"),
    };
    facts.add(
        "became",
        format!("src/{}/mod.rs, with {types}", module.replace("::", "/")),
    );
    let rows = sources.inputs.scope.modules.iter().enumerate();
    let rows = rows.filter(|(_, row)| row.module == module);
    facts
        .all("scope", rows.map(|(i, row)| format!("modules[{i}]: \"{}\"", row.pattern)));
    let why = match module.strip_suffix("::params") {
        Some(_) => "`params` has what only requests use",
        None => "the module of its components",
    };
    facts.add("name", why);
    facts.of(module.to_owned(), "module")
}

fn type_def(sources: &Sources<'_>, def: &TypeDef) -> Explanation {
    let mut facts = Facts::default();
    let places = def.origins.iter();
    facts.places(places.map(|place| (place.key(), place.pointer.clone())));
    let pointers = def.origins.iter().map(|place| place.pointer.as_str());
    facts.all("overlay", origin::overlays(sources, pointers.take(SHOWN)));
    let kind = match &def.shape {
        Shape::Object(object) if object.is_resource => "struct of a resource",
        Shape::Object(_) => "struct",
        Shape::Enum(_) => "enum",
        Shape::Union(_) => "enum of objects",
        Shape::Reference(_) => "marker of fields that refer to a resource",
        Shape::Params(_) => "parameters",
    };
    facts.add("became", file(&def.name, &def.file));
    facts.all("feature", feature(&def.features));
    facts.all("name", name::of_type(sources, def));
    facts.of(def.name.path(), kind)
}

fn member(sources: &Sources<'_>, def: &TypeDef, index: usize) -> Explanation {
    let path = def.name.path();
    match &def.shape {
        Shape::Object(object) => field(sources, def, &object.fields[index]),
        Shape::Params(params) => param(sources, def, params.arguments.as_slice(), index),
        Shape::Enum(values) => {
            let value = &values[index];
            let mut facts = Facts::default();
            facts.places(def.origins.iter().map(|place| {
                (format!("`{}` of {}", value.wire, place.key()), place.pointer.clone())
            }));
            let pointers = def.origins.iter().map(|place| place.pointer.as_str());
            facts.all("overlay", origin::overlays(sources, pointers.take(SHOWN)));
            facts.all("scope", origin::event(sources, &value.wire));
            facts.add("became", file(&def.name, &def.file));
            facts.add("name", format!("its own text `{}`", value.wire));
            facts.of(format!("{path}::{}", value.ident), "variant")
        }
        Shape::Union(variants) => {
            let variant = &variants[index];
            let mut facts = Facts::default();
            let ty = sources.krate.get(variant.api.ty);
            let place = ty.origin();
            facts.places(std::iter::once((place.key(), place.pointer.clone())));
            facts.add("became", format!("Box<{}>", ty.name.path()));
            facts.add("name", "the name of its type");
            facts.of(format!("{path}::{}", variant.ident), "variant")
        }
        Shape::Reference(_) => type_def(sources, def),
    }
}

/// Returns the wire paths and the pointers of a member, at all places of its type.
fn member_places(
    def: &TypeDef,
    wire: &str,
    pointer: &str,
) -> impl Iterator<Item = (String, String)> {
    let below = pointer.strip_prefix(&def.origin().pointer).map(str::to_owned);
    def.origins.iter().map(move |place: &Place| {
        let sign = if place.path.is_empty() { ':' } else { '.' };
        let own = below.as_ref().map(|below| format!("{}{below}", place.pointer));
        (
            format!("{}{sign}{wire}", place.key()),
            own.unwrap_or_else(|| pointer.to_owned()),
        )
    })
}

fn field(sources: &Sources<'_>, def: &TypeDef, field: &Field) -> Explanation {
    let api = &field.api;
    let mut facts = Facts::default();
    let places: Vec<_> = member_places(def, &api.wire, &api.pointer).collect();
    facts.places(places.iter().cloned());
    let pointers = places.iter().map(|(_, pointer)| pointer.as_str());
    facts.all("overlay", origin::overlays(sources, pointers.take(SHOWN)));
    facts.all("scope", origin::patterns(sources, &api.pointer, &api.wire));
    facts.add("became", writer(sources.krate).field(field));
    let presence = match (api.required, api.nullable) {
        (true, _) => "always present",
        (false, true) => "can be absent or null",
        (false, false) => "can be absent",
    };
    let boxed = if field.boxed {
        ", boxed since it is an object that can be absent"
    } else {
        ""
    };
    facts.add("is", format!("{presence}{boxed}"));
    facts.add("in", file(&def.name, &def.file));
    facts.add("name", format!("its own name `{}`", api.wire));
    facts.of(format!("{}::{}", def.name.path(), field.ident), "field")
}

fn param(
    sources: &Sources<'_>,
    def: &TypeDef,
    arguments: &[usize],
    index: usize,
) -> Explanation {
    let Shape::Params(params) = &def.shape else { return type_def(sources, def) };
    let param: &Param = &params.fields[index];
    let api = &param.api;
    let path = def.name.path();
    let mut facts = Facts::default();
    let places: Vec<_> = member_places(def, &api.wire, &api.pointer).collect();
    facts.places(places.iter().cloned());
    let pointers = places.iter().map(|(_, pointer)| pointer.as_str());
    facts.all("overlay", origin::overlays(sources, pointers.take(SHOWN)));
    facts.all("scope", origin::patterns(sources, &api.pointer, &api.wire));
    let write = writer(sources.krate);
    for (name, ty) in param.forms() {
        facts.add("became", format!("{path}::{name}({})", write.sent(ty)));
    }
    if let Some(clear) = &param.clear {
        facts.add("became", format!("{path}::{clear}()"));
    }
    facts.add(
        "is",
        match arguments.iter().position(|at| *at == index) {
            Some(place) => format!("required: argument {} of `new`", place + 1),
            None => "optional".to_owned(),
        },
    );
    facts.add("in", file(&def.name, &def.file));
    facts.add("name", format!("its own name `{}`", api.wire));
    facts.of(format!("{path}::{}", param.ident), "setter")
}

fn constructor(krate: &Crate, def: &TypeDef) -> Explanation {
    let mut facts = Facts::default();
    if let Shape::Params(params) = &def.shape {
        facts.add("became", format!("new{}", writer(krate).constructor(params)));
        let required = params.required();
        let required = required.map(|p| format!("{} at #{}", p.api.wire, p.api.pointer));
        facts.all("from", required);
    }
    facts.add("in", file(&def.name, &def.file));
    facts.add("name", "it takes what is required, in the order of the name lock");
    facts.of(format!("{}::new", def.name.path()), "constructor")
}

fn discriminator(def: &TypeDef) -> Explanation {
    let mut facts = Facts::default();
    if let Shape::Object(object) = &def.shape
        && let Some(tag) = &object.tag
    {
        facts.add("from", format!("#{}", tag.pointer));
        facts.add("became", format!("\"{}\"", tag.value));
    }
    facts.add("in", file(&def.name, &def.file));
    facts.of(format!("{}::OBJECT", def.name.path()), "constant")
}

fn expansion(def: &TypeDef, index: usize) -> Explanation {
    let mut facts = Facts::default();
    let path = def.name.path();
    let Shape::Object(object) = &def.shape else { return facts.of(path, "constant") };
    let expansion = &object.expansions[index];
    facts.add(
        "from",
        format!("the field `{}` and those on the way to it", expansion.path),
    );
    facts.add("became", format!("\"{}\"", expansion.path));
    facts.add("name", "the steps of the path");
    facts.of(format!("{path}::{}", expansion.ident), "constant")
}

fn accessor(sources: &Sources<'_>, index: usize) -> Explanation {
    let accessor = &sources.krate.accessors[index];
    let mut facts = Facts::default();
    let mut segments = Vec::new();
    let mut at = Some(index);
    while let Some(index) = at {
        let node = &sources.krate.accessors[index];
        segments.insert(0, node.segment.as_str());
        at = node.parent;
    }
    let key = format!("/{}", segments.join("/"));
    let routes = sources.krate.operations_of(accessor).map(|o| o.api.route());
    facts.all("from", routes);
    facts.add("became", writer(sources.krate).entry(accessor));
    facts.add("in", file(&accessor.name, &accessor.file));
    facts.all("feature", feature(&accessor.features));
    facts.all("name", name::of_key(sources, &key, "rule: the segments of the path"));
    facts.of(accessor.name.path(), "accessor")
}

fn operation(sources: &Sources<'_>, index: usize, at: usize) -> Explanation {
    let accessor = &sources.krate.accessors[index];
    let operation = &sources.krate.operations[accessor.operations[at].0];
    let route = operation.api.route();
    let pointer = &operation.api.pointer;
    let mut facts = Facts::default();
    facts.add("from", format!("{route} at #{pointer}"));
    facts.all("overlay", origin::overlays(sources, [pointer.as_str()]));
    facts.all("scope", origin::prefix(sources, &operation.api.path));
    let write = writer(sources.krate);
    facts.add("became", format!("{}{}", operation.ident, write.method(operation)));
    facts.all("host", operation.api.host.clone());
    facts.add("in", file(&accessor.name, &accessor.file));
    facts.all("feature", feature(&operation.features));
    let rule = "rule: the method and the shape of the path";
    facts.all("name", name::of_key(sources, &route, rule));
    facts.of(format!("{}::{}", accessor.name.path(), operation.ident), "operation")
}
