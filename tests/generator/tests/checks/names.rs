//! Checks the names of the crate: they are unique, differ by what distinguishes the
//! types, and do not change when the API grows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use generator::input::Options;
use generator::pipeline::{self, Output};
use generator::rust::{Crate, Shape, TypeDef};
use generator_tests::cases::Case;
use proc_macro2::TokenStream;
use quote::ToTokens;
use serde_json::{Value, json};
use syn::{ImplItem, Item, UseTree, Visibility};
use test_support::official::DAHLIA;
use test_support::report::{Trial, needing, test};
use test_support::workspace;

type Outcome = Result<(), String>;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("public_types_have_names_of_their_own", unique_types),
        test("one_property_and_value_set_is_one_enum", unique_enums),
        test("what_is_sent_is_named_like_it", sent_types),
        test("a_shared_enum_stays_shared", shared_enum),
        test("enums_that_differ_get_names_that_say_so", differing_enums),
        needing("a_wider_scope_changes_no_item", DAHLIA.document(), wider_scope),
        needing("the_whole_api_has_no_ambiguous_name", DAHLIA.document(), whole_api),
    ]
}

fn committed() -> Result<Output, String> {
    build(&Options {
        scope: Some(workspace().join("spec/scope.toml")),
        ..Options::default()
    })
}

fn build(options: &Options) -> Result<Output, String> {
    let inputs = pipeline::read(options).map_err(|problems| problems.to_string())?;
    pipeline::build(&inputs).map_err(|problems| problems.to_string())
}

/// The blocking client has the same names as the asynchronous one, in a module of its
/// own.
const BLOCKING: &str = "src/runtime/call/blocking.rs";

fn unique_types() -> Outcome {
    let output = committed()?;
    let mut seen: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in output.files.iter().filter(|(path, _)| path.ends_with(".rs")) {
        if !path.starts_with("src/") || path == BLOCKING {
            continue;
        }
        for name in public_types(&parse(path, text)?.items) {
            seen.entry(name).or_default().push(path.to_owned());
        }
    }
    // `Client` and `ClientBuilder` are aliases of generic types of the same name.
    let is_alias = |name: &str| matches!(name, "Client" | "ClientBuilder");
    let twice: Vec<String> = seen
        .iter()
        .filter(|(name, paths)| paths.len() > 1 && !is_alias(name))
        .map(|(name, paths)| format!("{name}: {}", paths.join(", ")))
        .collect();
    ensure(twice.is_empty(), || format!("names of several types:\n{}", twice.join("\n")))
}

fn public_types(items: &[Item]) -> Vec<String> {
    let public = |vis: &Visibility| matches!(vis, Visibility::Public(_));
    items
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) if public(&item.vis) => Some(item.ident.to_string()),
            Item::Enum(item) if public(&item.vis) => Some(item.ident.to_string()),
            Item::Trait(item) if public(&item.vis) => Some(item.ident.to_string()),
            Item::Type(item) if public(&item.vis) => Some(item.ident.to_string()),
            _ => None,
        })
        .collect()
}

fn unique_enums() -> Outcome {
    let output = committed()?;
    let mut seen: BTreeMap<(String, Vec<&str>), &TypeDef> = BTreeMap::new();
    for def in &output.krate.types {
        let Shape::Enum(values) = &def.shape else { continue };
        let mut values: Vec<&str> = values.iter().map(|v| v.wire.as_str()).collect();
        values.sort_unstable();
        let properties: BTreeSet<String> =
            def.origins.iter().map(|place| property(&place.path)).collect();
        for property in properties {
            if let Some(other) = seen.insert((property, values.clone()), def) {
                return Err(format!("{:?} and {:?} are one enum", other.name, def.name));
            }
        }
    }
    ensure(seen.len() > 50, || format!("only {} enums", seen.len()))
}

/// Returns the name of the property at the end of a path.
fn property(path: &str) -> String {
    let last = path.rsplit('.').next().unwrap_or_default();
    last.split(['|', '[', '{']).next().unwrap_or_default().to_owned()
}

fn sent_types() -> Outcome {
    let krate = committed()?.krate;
    let mut objects = 0;
    for def in krate.types.iter().filter(|def| matches!(def.shape, Shape::Params(_))) {
        let (name, path) = (def.name.ident.to_string(), def.origin());
        if path.path.is_empty() {
            let method = path.root.rsplit(['#', '.']).next().unwrap_or_default();
            let verb = method.split('_').next().unwrap_or_default();
            let starts = name.to_lowercase().starts_with(verb);
            ensure(starts, || format!("`{name}` does not start with `{verb}`"))?;
        } else {
            ensure(name.ends_with("Params"), || format!("`{name}` is sent"))?;
        }
        objects += 1;
    }
    let received =
        krate.types.iter().filter(|def| !matches!(def.shape, Shape::Params(_)));
    for def in received {
        let name = def.name.ident.as_str();
        ensure(!name.ends_with("Params"), || format!("`{name}` is received"))?;
    }
    ensure(objects > 100, || format!("only {objects} sent objects"))
}

/// Returns a document with two objects that both have a status.
fn two_things(left: &[&str], right: &[&str]) -> Value {
    let thing = |values: &[&str]| {
        json!({
            "type": "object", "required": ["id", "status"],
            "properties": {
                "id": {"type": "string", "maxLength": 100},
                "status": {"type": "string", "enum": values},
            },
        })
    };
    let path = |name: &str| {
        json!({"get": {
            "operationId": format!("Get{name}"),
            "parameters": [],
            "responses": {"200": {"description": "", "content": {"application/json": {
                "schema": {"$ref": format!("#/components/schemas/{name}")},
            }}}},
        }})
    };
    json!({
        "openapi": "3.0.0",
        "info": {"title": "Things", "version": "2026-01-01.test"},
        "paths": {"/v1/left": path("left"), "/v1/right": path("right")},
        "components": {"schemas": {"left": thing(left), "right": thing(right)}},
    })
}

/// Returns the enums of a crate: name → values.
fn enums(krate: &Crate) -> BTreeMap<String, Vec<String>> {
    let of = |def: &TypeDef| match &def.shape {
        Shape::Enum(values) => {
            let values = values.iter().map(|value| value.wire.clone()).collect();
            Some((format!("{}::{}", def.name.module, def.name.ident), values))
        }
        _ => None,
    };
    krate.types.iter().filter_map(of).collect()
}

fn shared_enum() -> Outcome {
    let first = Case::of("first", two_things(&["open", "paid"], &["paid", "open"]));
    let first = first.build()?;
    let before = enums(&first.krate);
    ensure(before.len() == 1, || format!("not shared: {before:?}"))?;
    let name = before.keys().next().cloned().unwrap_or_default();

    // The next document adds a value to one of the two enums.
    let next = two_things(&["open", "paid", "void"], &["open", "paid"]);
    let next = Case::of("next", next).locked(&first.lock.text()).build()?;
    let values = ["open", "paid", "void"].map(str::to_owned).to_vec();
    let expected = BTreeMap::from([(name, values)]);
    let after = enums(&next.krate);
    ensure(after == expected, || format!("{after:?}"))?;
    ensure(next.lock.added() == 0, || "the lock has changed".to_owned())?;

    // Without the lock these are two enums.
    let apart = two_things(&["open", "paid", "void"], &["open", "paid"]);
    let apart = enums(&Case::of("apart", apart).build()?.krate);
    ensure(apart.len() == 2, || format!("{apart:?}"))
}

fn differing_enums() -> Outcome {
    let document = two_things(&["open"], &["open", "paid"]);
    let found = enums(&Case::of("differing", document).build()?.krate);
    let names: Vec<&String> = found.keys().collect();
    ensure(names == ["left::LeftStatus", "right::RightStatus"], || format!("{names:?}"))
}

/// Adds a resource to the scope: every existing item is unchanged, and references to the
/// resource can decode it.
fn wider_scope(official: &Path) -> Outcome {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let spec = workspace().join("spec");
    let text = std::fs::read_to_string(spec.join("scope.toml"));
    let text = text.map_err(|error| error.to_string())?;
    let mut scope: toml::Table =
        text.parse().map_err(|e: toml::de::Error| e.to_string())?;
    let paths = scope.get_mut("paths").and_then(toml::Value::as_array_mut);
    paths.ok_or("no paths")?.push("/v1/customers".into());
    let inputs = scope.get_mut("inputs").and_then(toml::Value::as_table_mut);
    for (_, value) in inputs.ok_or("no inputs")?.iter_mut() {
        absolute(value, &spec);
    }
    let file = folder.path().join("scope.toml");
    std::fs::write(&file, scope.to_string()).map_err(|error| error.to_string())?;
    let options = |scope| Options {
        scope: Some(scope),
        spec: Some(official.to_owned()),
        ..Options::default()
    };
    let before = items(&build(&options(spec.join("scope.toml")))?)?;
    let after = items(&build(&options(file))?)?;
    let changed: Vec<&String> = before
        .iter()
        .filter(|(key, code)| after.get(*key) != Some(code))
        .map(|(key, _)| key)
        .collect();
    ensure(changed.is_empty(), || format!("changed or gone: {changed:#?}"))?;
    ensure(before.len() > 1000, || format!("only {} items", before.len()))?;
    let has = |name: &str| after.keys().any(|key| key.ends_with(name));
    ensure(
        has("struct Customer") && !before.keys().any(|k| k.ends_with("struct Customer")),
        || "the customer did not join".to_owned(),
    )
}

fn absolute(value: &mut toml::Value, folder: &Path) {
    match value {
        toml::Value::String(file) => {
            *file = folder.join(&*file).to_string_lossy().into_owned();
        }
        toml::Value::Array(files) => files.iter_mut().for_each(|f| absolute(f, folder)),
        _ => {}
    }
}

/// Returns the emitted public items without documentation: module, kind and name → code.
fn items(output: &Output) -> Result<BTreeMap<String, String>, String> {
    let mut items = BTreeMap::new();
    for (path, text) in output.files.iter() {
        let Some(module) = path.strip_prefix("src/").and_then(|p| p.strip_suffix(".rs"))
        else {
            continue;
        };
        if module.starts_with("runtime/") {
            continue;
        }
        let module = module.rsplit_once('/').map_or("", |(module, _)| module);
        for item in parse(path, text)?.items {
            collect(module, item, &mut items);
        }
    }
    Ok(items)
}

fn collect(module: &str, item: Item, items: &mut BTreeMap<String, String>) {
    match item {
        Item::Struct(mut item) => {
            item.attrs.retain(|attribute| !attribute.path().is_ident("doc"));
            for field in &mut item.fields {
                field.attrs.retain(|attribute| !attribute.path().is_ident("doc"));
            }
            items.insert(format!("{module} struct {}", item.ident), code(&item));
        }
        Item::Enum(mut item) => {
            item.attrs.retain(|attribute| !attribute.path().is_ident("doc"));
            for variant in &item.variants {
                let key = format!("{module} {}::{}", item.ident, variant.ident);
                items.insert(key, code(&variant.fields));
            }
            item.variants.clear();
            items.insert(format!("{module} enum {}", item.ident), code(&item));
        }
        Item::Impl(item) => {
            let of = code(&item.self_ty);
            for member in item.items {
                match member {
                    ImplItem::Fn(method) => {
                        let key = format!("{module} {of}::{}", method.sig.ident);
                        items.insert(key, code(&method.sig));
                    }
                    ImplItem::Const(constant) => {
                        let key = format!("{module} {of}::{}", constant.ident);
                        items.insert(key, code(&constant.expr));
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

fn code(tokens: &impl ToTokens) -> String {
    let tokens: TokenStream = tokens.to_token_stream();
    tokens.to_string()
}

fn parse(path: &str, text: &str) -> Result<syn::File, String> {
    syn::parse_file(text).map_err(|error| format!("{path}: {error}"))
}

fn ensure(holds: bool, problem: impl FnOnce() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(problem()) }
}

/// Each module of the crate for the whole API defines and re-exports a name once.
fn whole_api(official: &Path) -> Outcome {
    let output = build(&Options {
        spec: Some(official.to_owned()),
        scope: Some(workspace().join("spec/scope.toml")),
        select: vec!["all".to_owned()],
        ..Options::default()
    })?;
    let mut fronts = 0;
    for (path, text) in output.files.iter().filter(|(path, _)| path.ends_with("/mod.rs"))
    {
        let mut seen = BTreeSet::new();
        for item in parse(path, text)?.items {
            let Item::Use(item) = item else { continue };
            for name in exported(&item.tree) {
                ensure(seen.insert(name.clone()), || {
                    format!("{path} has {name} twice")
                })?;
            }
        }
        fronts += 1;
    }
    ensure(fronts > 100, || format!("only {fronts} modules"))
}

fn exported(tree: &UseTree) -> Vec<String> {
    match tree {
        UseTree::Path(path) => exported(&path.tree),
        UseTree::Group(group) => group.items.iter().flat_map(exported).collect(),
        UseTree::Name(name) => vec![name.ident.to_string()],
        UseTree::Rename(name) => vec![name.rename.to_string()],
        UseTree::Glob(_) => Vec::new(),
    }
}
