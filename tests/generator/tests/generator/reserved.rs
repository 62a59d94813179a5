//! Checks that emitted names never hide a method of the client or a module of the
//! runtime.

use std::collections::BTreeSet;
use std::fs;

use generator_tests::cases::Case;
use generator_tests::workspace;
use proc_macro2::{TokenStream, TokenTree};
use serde_json::{Value, json};
use syn::{Item, UseTree, Visibility};

#[test]
fn accessors_leave_the_methods_of_the_client_alone() {
    let methods = methods_of_the_client();
    for known in ["clone", "derive", "from_env", "new", "raw", "with_account"] {
        assert!(methods.contains(known), "{known} is not found: {methods:?}");
    }
    let mut document = document();
    for method in &methods {
        document["paths"][format!("/v1/{method}")] = json!({"get": retrieve("thing")});
    }
    let krate = Case::of("methods", document).build().unwrap().krate;
    assert_eq!(krate.accessors.len(), methods.len());
    let entries = krate.accessors.iter().map(|accessor| accessor.entry.as_str());
    let hidden: Vec<&str> = entries.filter(|name| methods.contains(*name)).collect();
    assert!(hidden.is_empty(), "not reserved in `ident`: {hidden:?}");
}

#[test]
fn modules_leave_those_of_the_runtime_alone() {
    let front = workspace().join("templates/src/runtime/mod.rs");
    let front = syn::parse_file(&fs::read_to_string(front).unwrap()).unwrap();
    let modules: BTreeSet<String> =
        front.items.iter().flat_map(public_modules).collect();
    for known in ["blocking", "client", "testing", "transport", "webhook"] {
        assert!(modules.contains(known), "{known} is not found: {modules:?}");
    }
    let mut document = document();
    for module in &modules {
        let component = format!("{module}_thing");
        document["paths"][format!("/v1/{component}")] =
            json!({"get": retrieve(&component)});
        document["components"]["schemas"][component] =
            json!({"type": "object", "properties": {}});
    }
    let krate = Case::of("modules", document).build().unwrap().krate;
    assert_eq!(krate.types.len(), modules.len());
    let emitted = krate.types.iter().map(|def| def.name.module.as_str());
    let hidden: Vec<&str> = emitted.filter(|module| modules.contains(*module)).collect();
    assert!(hidden.is_empty(), "not reserved in `ident`: {hidden:?}");
}

/// Returns the public modules that an item declares or re-exports.
fn public_modules(item: &Item) -> Vec<String> {
    let mut names = Vec::new();
    match item {
        Item::Mod(module) if is_public(&module.vis) => {
            names.push(module.ident.to_string());
        }
        Item::Use(item) if is_public(&item.vis) => leaves(&item.tree, &mut names),
        _ => {}
    }
    names.retain(|name| name.starts_with(char::is_lowercase));
    names
}

const fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Collects the names that a `use` brings in.
fn leaves(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => leaves(&path.tree, names),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(renamed) => names.push(renamed.rename.to_string()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, names)),
        UseTree::Glob(_) => {}
    }
}

fn document() -> Value {
    json!({
        "openapi": "3.0.0",
        "info": {"title": "Reserved", "version": "2030-01-01"},
        "paths": {},
        "components": {"schemas": {"thing": {"type": "object", "properties": {}}}},
    })
}

fn retrieve(component: &str) -> Value {
    let schema = json!({"$ref": format!("#/components/schemas/{component}")});
    let content = json!({"application/json": {"schema": schema}});
    json!({"operationId": "X", "responses": {"200": {"description": "", "content": content}}})
}

/// Returns the functions in all `impl … Client<…>` of the runtime, including those in
/// macros.
fn methods_of_the_client() -> BTreeSet<String> {
    let mut methods = BTreeSet::new();
    let mut folders = vec![workspace().join("templates/src/runtime")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let source = fs::read_to_string(path).unwrap();
                collect(source.parse().unwrap(), &mut methods);
            }
        }
    }
    // Trait methods do not conflict with inherent ones.
    methods.remove("fmt");
    methods
}

fn collect(tokens: TokenStream, methods: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut header: Option<Vec<String>> = None;
    for token in tokens {
        match token {
            TokenTree::Ident(word) if word == "impl" => header = Some(Vec::new()),
            TokenTree::Group(group) => {
                let of_client = header.take().is_some_and(|words| {
                    let target = words.iter().skip_while(|word| *word != "for").nth(1);
                    target.or(words.iter().find(|word| word.len() > 1))
                        == Some(&"Client".to_owned())
                });
                if of_client {
                    functions(group.stream(), methods);
                }
                collect(group.stream(), methods);
            }
            TokenTree::Ident(word) => {
                header.iter_mut().for_each(|h| h.push(word.to_string()));
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn functions(block: TokenStream, methods: &mut BTreeSet<String>) {
    let words: Vec<String> = block.into_iter().map(|token| token.to_string()).collect();
    let names =
        words.windows(2).filter(|pair| pair[0] == "fn").map(|pair| pair[1].clone());
    methods.extend(names);
}
