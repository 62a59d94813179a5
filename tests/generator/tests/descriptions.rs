//! Checks the descriptions of the committed crate: every item has one, in our own words.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use generator::input::{Inputs, Options};
use generator::model::{Api, Shape};
use generator::output::descriptions;
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
        test("a_missing_description_is_reported", a_missing_description_is_reported),
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

fn every_item_is_described() -> Outcome {
    let api = api()?;
    let all = descriptions::items(&api).len();
    if all < 2500 {
        return Err(format!("only {all} items"));
    }
    descriptions::check(&api).map_err(|problems| problems.to_string())
}

/// A description that is taken away is missed, with the name and the place of the item.
fn a_missing_description_is_reported() -> Outcome {
    let mut api = api()?;
    let all = descriptions::items(&api).len();
    let field = api.types.iter_mut().find_map(|def| match &mut def.shape {
        Shape::Object(object) if def.name.ident == "CheckoutSession" => {
            object.fields.iter_mut().find(|field| field.wire == "url")
        }
        _ => None,
    });
    field.ok_or("there is no such field")?.docs.clear();
    let report =
        descriptions::check(&api).map_or_else(|p| p.to_string(), |()| String::new());
    for part in
        ["`checkout::CheckoutSession::url` has no description", "/properties/url"]
    {
        if !report.contains(part) {
            return Err(format!("{part} is not in: {report}"));
        }
    }
    let summary = descriptions::summary(&api);
    let total = summary.lines().last().unwrap_or_default();
    let numbers: Vec<&str> = total.split_whitespace().skip(1).collect();
    let expected = [all.to_string(), (all - 1).to_string()];
    if numbers == expected { Ok(()) } else { Err(summary) }
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
    let copies: Vec<String> = descriptions::items(&api)
        .into_iter()
        .filter_map(|item| Some(format!("{}: {}", item.rust, copy(item.text, &runs)?)))
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
