//! Checks the pinned slice and its creation.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use generator::input::load;
use generator::input::{self as inputs, Options};
use generator::openapi::document::Document;
use generator::openapi::position::{Position, children};
use generator::openapi::slice;
use generator::pipeline;
use generator_tests::official::{CLOVER, DAHLIA, go_program};
use generator_tests::report::{Trial, needing, test};
use generator_tests::workspace;
use serde_json::Value;

type Outcome = Result<(), String>;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("parses_as_openapi", parses_as_openapi),
        test("no_reference_dangles", no_reference_dangles),
        test("no_prose", no_prose),
        test("slicing_it_changes_nothing", slicing_it_changes_nothing),
        test("yaml_reads_as_it_was_written", yaml_reads_as_it_was_written),
        needing("is_valid_openapi", go_program("validate"), is_valid_openapi),
        needing(
            "is_what_slice_makes_of_the_official_document",
            DAHLIA.document(),
            is_the_official_slice,
        ),
        needing(
            "official_document_gives_the_same_inputs",
            DAHLIA.document(),
            same_inputs,
        ),
        needing("all_of_the_official_document", DAHLIA.document(), whole),
        needing("all_of_an_older_document", CLOVER.document(), whole),
        needing("older_document", CLOVER.document(), older),
    ]
}

fn path() -> PathBuf {
    workspace().join("spec/stripe.openapi.yaml")
}

fn document() -> Result<Document, String> {
    load::document(&path()).map_err(|problems| problems.to_string())
}

fn options() -> Options {
    Options { scope: Some(workspace().join("spec/scope.toml")), ..Options::default() }
}

fn cut(from: &Path, options: &Options) -> Result<Document, String> {
    inputs::slice_of(from, options).map_err(|problems| problems.to_string())
}

fn parses_as_openapi() -> Outcome {
    let text = fs::read_to_string(path()).map_err(|error| error.to_string())?;
    let api: openapiv3::OpenAPI =
        serde_yaml::from_str(&text).map_err(|error| error.to_string())?;
    ensure(api.operations().count() > 12, "operations are missing")
}

fn no_reference_dangles() -> Outcome {
    dangling(&document()?)
}

/// Searches for references everywhere, even where the generator does not read any.
fn dangling(document: &Document) -> Outcome {
    let mut open = vec![&document.root];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(object) => {
                open.extend(object.values());
                if let Some(Value::String(text)) = object.get("$ref") {
                    ensure(document.resolve(text).is_some(), text)?;
                }
            }
            Value::Array(array) => open.extend(array),
            _ => {}
        }
    }
    Ok(())
}

/// Decides by the path to a node and not by its name, because properties may be called
/// `description`; and every string is a name, a path or a pattern.
fn no_prose() -> Outcome {
    let document = document()?;
    let mut open = vec![(document.node(), Position::Root)];
    while let Some((node, at)) = open.pop() {
        for (key, child, position) in children(&node, at) {
            let title = child.pointer() == "/info/title";
            let empty = at == Position::Response && child.value == "";
            ensure(title || empty || !at.prose(key), child.pointer())?;
            if let Value::String(text) = child.value {
                let words = text.split(' ').count();
                ensure(title || words == 1, child.pointer())?;
            }
            open.push((child, position));
        }
    }
    Ok(())
}

fn slicing_it_changes_nothing() -> Outcome {
    let text = fs::read_to_string(path()).map_err(|error| error.to_string())?;
    let again = slice::text(&cut(&path(), &options())?);
    ensure(text == again, "the slice of the slice differs")
}

fn yaml_reads_as_it_was_written() -> Outcome {
    let texts = [
        "",
        " ",
        "NO",
        "on",
        "y",
        "null",
        "~",
        "1",
        "1.0",
        "1e3",
        "0x1f",
        "2026-08-26",
        "12:30",
        "a: b",
        "a #b",
        "- a",
        "it's",
        "a\nb",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\t",
        "é",
        "[a]",
        "*a",
        "&a",
        "!a",
        "'",
        "\"",
        "\\",
        "{",
        "/v1/{id}",
        "=",
        "<<",
        ".inf",
        "_",
        "a:",
        "@",
        "`",
        "%",
        "|",
        ">",
    ];
    let members = texts.iter().map(|text| ((*text).to_owned(), Value::from(*text)));
    let root = serde_json::json!({
        "texts": members.collect::<serde_json::Map<_, _>>(),
        "lists": [[], [[]], [["a"], [{}, {"a": []}]], [{"b": [1, true, null, 1.5]}]],
    });
    let document = Document { file: String::new(), root };
    let text = slice::text(&document);
    let read: Value =
        serde_yaml::from_str(&text).map_err(|error| format!("{error}\n{text}"))?;
    ensure(read == document.root, &text)
}

fn is_valid_openapi(validator: &Path) -> Outcome {
    let output = Command::new(validator)
        .arg(path())
        .output()
        .map_err(|error| error.to_string())?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure(output.status.success(), &told)
}

fn is_the_official_slice(official: &Path) -> Outcome {
    let text = fs::read_to_string(path()).map_err(|error| error.to_string())?;
    let made = slice::text(&cut(official, &options())?);
    ensure(
        text == made,
        "run `cargo run -p generator -- slice --from <official document> --to spec/stripe.openapi.yaml`",
    )
}

/// The slice and the official document differ in prose only.
fn same_inputs(official: &Path) -> Outcome {
    let read = |spec| {
        let options = Options { spec, no_overlays: true, ..options() };
        pipeline::read(&options).map_err(|problems| problems.to_string())
    };
    let from_slice = read(None)?;
    let from_official = read(Some(official.to_owned()))?;
    ensure(from_slice.digest == from_official.digest, "the digests differ")?;
    let whole = from_official.document.root.to_string().len();
    let structure = from_slice.document.root.to_string().len();
    ensure(whole > structure, "the official document has lost its prose")?;
    ensure(
        names(&from_slice.document) == names(&from_official.document),
        "the components differ",
    )
}

fn names(document: &Document) -> BTreeSet<String> {
    let schemas = document.root.pointer("/components/schemas");
    let schemas = schemas.and_then(Value::as_object);
    schemas.into_iter().flat_map(|all| all.keys().cloned()).collect()
}

/// With all paths in scope, only schemas that are reached through expandable fields
/// alone are cut.
fn whole(official: &Path) -> Outcome {
    let select = Options { select: vec!["all".to_owned()], ..options() };
    let all = cut(official, &select)?;
    dangling(&all)?;
    ensure(names(&all).len() > 1000, "components are missing")
}

fn older(official: &Path) -> Outcome {
    let slice = cut(official, &options())?;
    dangling(&slice)?;
    ensure(names(&slice).len() > 100, "components are missing")
}

fn ensure(condition: bool, otherwise: &str) -> Outcome {
    if condition { Ok(()) } else { Err(otherwise.to_owned()) }
}
