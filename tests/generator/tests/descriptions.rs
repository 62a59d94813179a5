//! Checks the descriptions of the committed crate: every item has one, in our own words.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use generator::inputs::{Inputs, Options};
use generator::ir::{Api, Shape, TypeId};
use generator::pipeline;
use generator_tests::official::{CLOVER, DAHLIA};
use generator_tests::report::{needing, test};
use generator_tests::workspace;
use libtest_mimic::Arguments;
use serde_json::Value;

type Outcome = Result<(), String>;

/// A run of this many words in common with an official description is a copy.
const RUN: usize = 9;

fn main() -> ExitCode {
    let trials = vec![
        test("every_item_is_described", every_item_is_described),
        test("copies_are_found", copies_are_found),
        needing("no_sentence_is_copied", DAHLIA.document(), no_sentence_is_copied),
        needing("no_older_sentence_is_copied", CLOVER.document(), no_sentence_is_copied),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn api() -> Result<Api, String> {
    let scope = Some(workspace().join("spec/scope.toml"));
    let inputs = Inputs::read(&Options { scope, ..Options::default() });
    let inputs = inputs.map_err(|problems| problems.to_string())?;
    let output = pipeline::build(&inputs).map_err(|problems| problems.to_string())?;
    Ok(output.api)
}

/// Returns the name and the description of every type, field, parameter, value and
/// operation.
fn descriptions(api: &Api) -> Vec<(String, &str)> {
    let mut all: Vec<(String, &str)> = Vec::new();
    let event_types = api.events.as_ref().map(|events| events.kind);
    for (index, def) in api.types.iter().enumerate() {
        let name = format!("{}::{}", def.name.module, def.name.ident);
        let mut members: Vec<(&str, &str)> = Vec::new();
        match &def.shape {
            Shape::Object(object) => {
                members.extend(object.fields.iter().map(|f| (&*f.wire, &*f.docs)));
            }
            Shape::Params(params) => {
                members.extend(params.fields.iter().map(|f| (&*f.wire, &*f.docs)));
            }
            // The names of event types describe themselves.
            Shape::Enum(set) if event_types != Some(TypeId(index)) => {
                members.extend(set.values.iter().map(|v| (&*v.wire, &*v.docs)));
            }
            Shape::Enum(_) => {}
            // The generator describes these.
            Shape::Union(_) | Shape::Reference(_) => continue,
        }
        all.extend(
            members.into_iter().map(|(wire, docs)| (format!("{name}.{wire}"), docs)),
        );
        // Those of an operation, which has a description.
        if def.origins.iter().any(|origin| !origin.is_sent() || !origin.path.is_empty())
        {
            all.push((name, def.docs.text()));
        }
    }
    for operation in &api.operations {
        let name = format!("{:?} {}", operation.method, operation.path);
        all.push((name, &operation.docs));
    }
    all
}

fn every_item_is_described() -> Outcome {
    let api = api()?;
    let all = descriptions(&api);
    if all.len() < 2000 {
        return Err(format!("only {} items", all.len()));
    }
    let bare = all.iter().filter(|(_, docs)| docs.trim().is_empty());
    let bare: Vec<&str> = bare.map(|(name, _)| name.as_str()).collect();
    if bare.is_empty() { Ok(()) } else { Err(bare.join("\n")) }
}

fn no_sentence_is_copied(official: &Path) -> Outcome {
    let text = fs::read_to_string(official).map_err(|error| error.to_string())?;
    let document = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let mut runs = BTreeSet::new();
    collect(&document, &mut runs);
    if runs.len() < 10_000 {
        return Err(format!("only {} runs of words", runs.len()));
    }
    let api = api()?;
    let copies: Vec<String> = descriptions(&api)
        .into_iter()
        .filter_map(|(name, docs)| Some(format!("{name}: {}", copy(docs, &runs)?)))
        .collect();
    if copies.is_empty() { Ok(()) } else { Err(copies.join("\n")) }
}

/// Collects the runs of words in all prose of the document.
fn collect(value: &Value, runs: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                match member {
                    Value::String(text)
                        if ["description", "summary", "title"]
                            .contains(&key.as_str()) =>
                    {
                        runs.extend(runs_of(text));
                    }
                    member => collect(member, runs),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, runs)),
        _ => {}
    }
}

/// Returns the first run of words of a description that is in the document too.
fn copy(docs: &str, runs: &BTreeSet<String>) -> Option<String> {
    runs_of(docs).into_iter().find(|run| runs.contains(run))
}

/// Returns the runs of words, without tags, code and links.
fn runs_of(text: &str) -> Vec<String> {
    let mut plain = String::new();
    for (index, part) in text.split('`').enumerate() {
        plain.push_str(if index % 2 == 0 { part } else { " " });
    }
    let mut words = Vec::new();
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '\'';
    for part in
        without_tags(&plain).split_whitespace().filter(|part| !part.contains("://"))
    {
        let found = part.split(|c| !is_word(c)).filter(|word| !word.is_empty());
        words.extend(found.map(str::to_lowercase));
    }
    words.windows(RUN).map(|run| run.join(" ")).collect()
}

fn without_tags(text: &str) -> String {
    let mut parts = text.split('<');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push(' ');
        plain.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    plain
}

fn copies_are_found() -> Outcome {
    let official = "<p>The customer's <b>shipping</b> address, which is used to compute \
                    the taxes of `x` today.</p>";
    let runs: BTreeSet<String> = runs_of(official).into_iter().collect();
    let copied =
        "See the customer's shipping address, which is used to\ncompute the tax.";
    let other = "The customer's shipping address, which is used to work out taxes.";
    match (copy(copied, &runs), copy(other, &runs)) {
        (Some(_), None) => Ok(()),
        found => Err(format!("{found:?}")),
    }
}
