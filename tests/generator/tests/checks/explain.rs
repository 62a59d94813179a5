//! Explains items: in a small API one of each kind, and in the crate all that it has.

use std::path::{Path, PathBuf};

use generator::input::Options;
use generator::pipeline;
use generator_tests::report::{Trial, test};
use generator_tests::{binary, golden, workspace};
use serde_json::Value;

type Outcome = Result<(), String>;

/// Names of each kind, also some of nothing.
const NAMES: &[&str] = &[
    "lamps::Lamp",
    "my_lamps::lamps::Lamp::cover",
    "lamp:made",
    "lamp:key",
    "lamp:wiring",
    "lamp:cover.color",
    "lamp:object",
    "lamp",
    "lamps::Lamp::EXPAND_OWNER",
    "lamps::Brightness",
    "crate::lamps::Brightness::Dim",
    "lamps::LightTone",
    "lamp#create:note",
    "lamp#create:parts[].weight",
    "lamp#create:left.base.kind",
    "lamp#create:right.base.kind",
    "lamp#create:top.left.base.kind",
    "lamp#retrieve:token",
    "lamps::params::CreateLamp::new",
    "person",
    "POST /v1/lamps",
    "POST /v1/lamps/{id}/plan",
    "lamp#plan:drawing",
    "lamps::Lamps::fetch()",
    "Client::lamps",
    "lamps",
    "lamps::params",
    "lamp.lit",
    "lamp.sold",
    "lamp:maade",
    "lamps::Lamp::covr",
    "something else",
];

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("each_kind_of_item", each_kind),
        test("everything_in_the_crate", everything),
    ]
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("explain")
}

fn each_kind() -> Outcome {
    let mut found = String::new();
    for name in NAMES {
        let output = binary::run(
            crate::GENERATOR,
            &root(),
            &["explain", "--scope", "scope.toml", name],
        )?;
        let text = if output.status.success() { &output.stdout } else { &output.stderr };
        let text = String::from_utf8_lossy(text);
        found.push_str(&format!("$ explain '{name}'\n{text}\n"));
    }
    golden::compare(&root().join("explained.txt"), &found)
}

/// Explains each line of the inventory by its wire path and by its Rust path, except those about
/// items of the runtime.
fn everything() -> Outcome {
    let scope = Some(workspace().join("spec/scope.toml"));
    let options = Options { scope, ..Options::default() };
    let (inputs, touches) =
        pipeline::read_traced(&options).map_err(|e| e.to_string())?;
    let package = inputs.scope.package.name.replace('-', "_");
    let of_runtime = ["Call", "RangeFilter"].map(|name| format!("{package}::{name}::"));
    let lines = pipeline::inventory(&inputs).map_err(|error| error.to_string())?;
    let mut names = Vec::new();
    for line in lines.lines() {
        let line: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        if of_runtime.iter().any(|head| text("rust").starts_with(head)) {
            continue;
        }
        let wire = match text("path").as_str() {
            "" => text("root"),
            path => format!("{}:{path}", text("root")),
        };
        names.extend([text("rust"), wire]);
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let explained = pipeline::explain(&inputs, &touches, &names)
        .map_err(|error| error.to_string())?;
    if names.len() < 2_000 || explained.len() < names.len() {
        return Err(format!("{} names, {} items", names.len(), explained.len()));
    }
    Ok(())
}
