//! Checks that the work is bounded by the size of the document, not by the number of paths
//! through it. The generator runs as a program, which is ended if it takes too long.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use generator_tests::cases::Case;
use serde_json::{Map, Value, json};

/// Far more than any case takes, and far less than exponential growth would.
const PATIENCE: Duration = Duration::from_secs(120);

/// The maximum size of a generated crate, without its runtime.
const SIZE: u64 = 32 << 20;

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn object(properties: &Map<String, Value>, required: &[&str]) -> Value {
    json!({"type": "object", "properties": properties, "required": required})
}

fn leaf() -> Value {
    json!({"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]})
}

/// Creates a document whose one operation returns `c0`, a resource.
fn document(schemas: impl IntoIterator<Item = (String, Value)>) -> Value {
    let mut schemas: Map<String, Value> = schemas.into_iter().collect();
    schemas["c0"]["x-resourceId"] = "c0".into();
    schemas.insert("error".into(), leaf());
    let response = |name: &str| {
        json!({
            "description": "", "content": {"application/json": {"schema": reference(name)}},
        })
    };
    json!({
        "openapi": "3.0.0",
        "info": {"title": "t", "version": "2026-01-01"},
        "paths": {"/v1/things": {"get": {
            "operationId": "GetThing",
            "responses": {"200": response("c0"), "default": response("error")},
        }}},
        "components": {"schemas": schemas},
    })
}

/// Each object has two members, `a` and `b`, of the type of the next one.
fn diamonds(depth: usize, required: &[&str], member: impl Fn(&str) -> Value) -> Value {
    let next = |index: usize| {
        let of = format!("c{}", index + 1);
        let members = ["a", "b"].map(|name| (name.to_owned(), member(&of)));
        (format!("c{index}"), object(&members.into_iter().collect(), required))
    };
    document((0..depth).map(next).chain([(format!("c{depth}"), leaf())]))
}

/// Writes a document and runs the generator on it, with `inventory` too.
fn bounded(name: &str, document: &Value) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("growth").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("api.json"), document.to_string()).unwrap();
    let scope = "paths = [\"/v1\"]\n[inputs]\ndocument = \"api.json\"\nout = \"out\"\n\
        [crate]\nname = \"t\"\nversion = \"0.1.0\"\ndescription = \"x\"\nlicense = \"MIT\"\n";
    fs::write(folder.join("scope.toml"), scope).unwrap();
    for command in ["generate", "inventory"] {
        run(&folder, command);
    }
    assert!(size(&folder.join("out")) < SIZE, "{name} is too large");
    assert!(size(&folder) < 2 * SIZE, "the inventory of {name} is too large");
}

fn run(folder: &Path, command: &str) {
    let list = fs::File::create(folder.join(format!("{command}.txt"))).unwrap();
    let mut child = Command::new(crate::GENERATOR)
        .args(["--scope", "scope.toml", command])
        .current_dir(folder)
        .stdout(list)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("{command} takes too long");
        }
        thread::sleep(Duration::from_millis(20));
    };
    assert!(status.success(), "{command}: {status}");
}

fn size(path: &Path) -> u64 {
    if path.is_file() {
        return fs::metadata(path).unwrap().len();
    }
    fs::read_dir(path).unwrap().map(|entry| size(&entry.unwrap().path())).sum()
}

#[test]
fn diamonds_of_optional_required_and_listed_objects() {
    bounded("optional", &diamonds(30, &[], reference));
    bounded("required", &diamonds(30, &["a", "b"], reference));
    let listed = |name: &str| json!({"type": "array", "items": reference(name)});
    bounded("listed", &diamonds(30, &[], listed));
}

#[test]
fn objects_that_all_contain_each_other() {
    let names: Vec<String> = (0..40).map(|index| format!("c{index}")).collect();
    let mut members: Map<String, Value> =
        names.iter().map(|name| (format!("to_{name}"), reference(name))).collect();
    members.insert(
        "id".into(),
        json!({
            "anyOf": [{"type": "string"}, reference("c0")],
            "x-expansionResources": {"oneOf": [reference("c0")]},
        }),
    );
    let clique = names.iter().map(|name| (name.clone(), object(&members, &[])));
    bounded("clique", &document(clique));
}

#[test]
fn long_chains_of_objects_and_of_references() {
    let chain = |index: usize| {
        let member = [("a".to_owned(), reference(&format!("c{}", index + 1)))];
        (format!("c{index}"), object(&member.into_iter().collect(), &[]))
    };
    bounded("chain", &document((0..1000).map(chain).chain([("c1000".into(), leaf())])));
    let alias =
        |index: usize| (format!("a{index}"), reference(&format!("a{}", index + 1)));
    let members =
        (0..100).map(|index| (format!("p{index}"), reference(&format!("a{index}"))));
    let root = ("c0".to_owned(), object(&members.collect(), &[]));
    let aliases = (0..2000).map(alias).chain([root, ("a2000".to_owned(), leaf())]);
    bounded("aliases", &document(aliases));
}

#[test]
fn long_descriptions() {
    let pieces = [
        "[",
        "[](",
        "<",
        "`",
        "`` ` ",
        "<!--",
        "<code>",
        "<https://",
        "<pre>\n",
        "> ",
        "a\n",
    ];
    for (index, piece) in pieces.into_iter().enumerate() {
        let mut thing = leaf();
        thing["description"] = piece.repeat(50_000 / piece.len()).into();
        bounded(&format!("prose{index}"), &document([("c0".to_owned(), thing)]));
    }
    let mut nested = leaf();
    nested["description"] = ("[".repeat(20_000) + &"](x)".repeat(20_000)).into();
    bounded("nested", &document([("c0".to_owned(), nested)]));
}

#[test]
fn a_fixture_that_cannot_be_small_is_left_out() {
    let files = |depth| {
        let case = Case::of("fixtures", diamonds(depth, &["a", "b"], reference));
        let output = case.build().unwrap();
        output.files.iter().any(|(path, _)| path.ends_with(".full.json"))
    };
    assert!(files(5) && !files(12));
}
