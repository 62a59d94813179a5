//! The crate of a scope for another version of the API reads the fixtures of that version.

use std::fs;
use std::path::{Path, PathBuf};

use client_tests::official::CLOVER;
use client_tests::report::{Trial, needing};
use client_tests::response::differences::compare;
use client_tests::response::expected::expected;
use client_tests::response::schema::Schema;
use generator::input::{Inputs, Options};
use generator::pipeline;
use generator::rust::{Crate, Shape};
use generator_tests::crates;
use serde_json::{Map, Value};

use super::{Outcome, ensure};

pub(crate) fn trials() -> Vec<Trial> {
    vec![needing("crate_of_an_older_version", CLOVER.document(), own_fixtures)]
}

fn own_fixtures(document: &Path) -> Outcome {
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates");
    let (out, program) = (all.join("clover"), all.join("clover_program"));
    let inputs = inputs(document, &out).map_err(|problems| problems.to_string())?;
    pipeline::generate(&inputs).map_err(|problems| problems.to_string())?;
    crates::clean(&out)?;
    let (krate, _) = pipeline::plan(&inputs).map_err(|problems| problems.to_string())?;
    let sent = objects(&krate, &read(&CLOVER.fixtures()?)?["resources"]);
    let found = read_again(&program, &krate, &sent)?;
    // Schemas refer to the document for as long as the test runs.
    let document = Box::leak(Box::new(inputs.document.root));
    for (name, json) in &sent {
        let schema = Schema::component_of(document, name).ok_or("not a component")?;
        let leaves = compare(&expected(schema, json), &found[name])
            .map_err(|problem| format!("{name}:\n{problem}"))?;
        ensure(leaves >= 5, &format!("{name} has {leaves} leaves only"))?;
    }
    ensure(sent.len() >= 5, &format!("only {} objects were read", sent.len()))
}

fn inputs(document: &Path, out: &Path) -> generator::diagnostic::Result<Inputs> {
    let scope = Path::new(env!("CARGO_MANIFEST_DIR")).join("clover/scope.toml");
    pipeline::read(&Options {
        scope: Some(scope),
        spec: Some(document.to_owned()),
        out: Some(out.to_owned()),
        ..Options::default()
    })
}

fn read(file: &Path) -> Result<Value, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// Returns the resources of the crate, each with its Rust path.
fn resources(krate: &Crate) -> impl Iterator<Item = (&str, String)> {
    krate.types.iter().filter_map(|def| match &def.shape {
        Shape::Object(object) if object.is_resource => {
            let path = format!("{}::{}", def.name.module, def.name.ident);
            Some((object.component.as_deref()?, path))
        }
        _ => None,
    })
}

/// Returns the fixtures that the crate has types for.
fn objects(krate: &Crate, fixtures: &Value) -> Map<String, Value> {
    let fixture = |name: &str| Some((name.to_owned(), fixtures.get(name)?.clone()));
    resources(krate).filter_map(|(name, _)| fixture(name)).collect()
}

/// Lets a program decode each object with its type, and write it again.
fn read_again(
    folder: &Path,
    krate: &Crate,
    sent: &Map<String, Value>,
) -> Result<Value, String> {
    let known = resources(krate).filter(|(name, _)| sent.contains_key(*name));
    let arms: String = known
        .map(|(name, path)| {
            format!("        {name:?} => rewrite::<api::{path}>(json),\n")
        })
        .collect();
    let write = |name: &str, text: &str| {
        let file: PathBuf = folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, text)
    };
    let objects = Value::Object(sent.clone()).to_string();
    for (name, text) in [
        ("Cargo.toml", MANIFEST),
        ("src/main.rs", &PROGRAM.replace("        ARMS\n", &arms)),
        ("sent.json", &objects),
    ] {
        write(name, text).map_err(|error| error.to_string())?;
    }
    crates::cargo(folder, &["run", "--quiet"])?;
    read(&folder.join("found.json"))
}

const MANIFEST: &str = r#"[package]
name = "clover-program"
version = "0.1.0"
edition = "2024"
publish = false

[dependencies]
api = { package = "stripe-sessions-clover", path = "../clover", default-features = false, features = ["serialize"] }
serde = "1"
serde_json = "1"

[workspace]
"#;

const PROGRAM: &str = r#"//! Reads objects of the API and writes them again.
use serde_json::{Map, Value};

fn main() {
    let text = std::fs::read_to_string("sent.json").expect("a file of the test");
    let sent: Map<String, Value> = serde_json::from_str(&text).expect("an object");
    let found = sent.into_iter().map(|(name, json)| {
        let again = read(&name, &json.to_string());
        (name, again)
    });
    let found = Value::Object(found.collect()).to_string();
    std::fs::write("found.json", found).expect("a writable folder");
}

fn read(name: &str, json: &str) -> Value {
    match name {
        ARMS
        other => panic!("{other} has no type"),
    }
}

fn rewrite<T: serde::de::DeserializeOwned + serde::Serialize>(json: &str) -> Value {
    let object: T = serde_json::from_str(json).expect(json);
    serde_json::to_value(object).expect("objects can be written")
}
"#;
