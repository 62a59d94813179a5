//! Checks the descriptions of the committed crate: every item has one, in our own words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use generator::input::{Inputs, Options};
use generator::output::descriptions;
use generator::pipeline;
use generator::rust::{Crate, Shape};
use generator_tests::official::{CLOVER, DAHLIA};
use generator_tests::report::{Trial, needing, test};
use generator_tests::{binary, cases, workspace};
use serde_json::{Value, json};

type Outcome = Result<(), String>;

/// A run of this many words in common with an official description is a copy.
const RUN: usize = 9;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("every_item_is_described", every_item_is_described),
        test("a_description_takes_effect_where_its_error_says", all_places_of_this_api),
        test("the_same_holds_for_every_form_of_a_schema", all_places_of_all_forms),
        test("a_module_without_a_page_is_reported", a_module_without_a_page_is_reported),
        test("the_command_names_what_is_missing", the_command_names_what_is_missing),
        test("the_summary_adds_up", the_summary_adds_up),
        test("copies_are_found", copies_are_found),
        needing("no_sentence_is_copied", DAHLIA.document(), no_sentence_is_copied),
        needing("no_older_sentence_is_copied", CLOVER.document(), no_sentence_is_copied),
    ]
}

/// Reads the inputs of this crate, with other overlays if there are any.
fn inputs(overlays: &[PathBuf]) -> Result<Inputs, String> {
    let scope = Some(workspace().join("spec/scope.toml"));
    let options = Options { scope, overlays: overlays.to_vec(), ..Options::default() };
    pipeline::read(&options).map_err(|problems| problems.to_string())
}

fn krate(inputs: &Inputs) -> Result<Crate, String> {
    let output = pipeline::build(inputs).map_err(|problems| problems.to_string())?;
    Ok(output.krate)
}

/// Returns the errors about missing descriptions.
fn missing(inputs: &Inputs) -> Result<Vec<Missing>, String> {
    match descriptions::check(&krate(inputs)?, inputs) {
        Ok(()) => Ok(Vec::new()),
        Err(problems) => {
            problems.iter().map(|p| Missing::read(&p.to_string())).collect()
        }
    }
}

/// What an error says about a missing description.
struct Missing {
    item: String,
    /// The JSON pointer of the node to describe.
    pointer: String,
    /// The target of the action in an overlay.
    target: String,
    /// The keys that lead from the target to the description.
    keys: Vec<String>,
}

impl Missing {
    /// Reads an error as a user does: the names are in backticks.
    fn read(error: &str) -> Result<Self, String> {
        let (fault, rest) = error.split_once('\n').ok_or(error)?;
        let (place, help) = rest.split_once('\n').ok_or(error)?;
        let mut names = help.split('`').skip(1).step_by(2).map(str::to_owned);
        Ok(Self {
            item: fault.split('`').nth(1).ok_or(error)?.to_owned(),
            pointer: place.split_once('#').ok_or(error)?.1.to_owned(),
            target: names.next().ok_or(error)?,
            keys: names.collect(),
        })
    }

    /// The description that the tests give to the item.
    fn text(&self) -> String {
        format!("About {}.", self.item)
    }

    /// Sets the description below `node`.
    fn describe(&self, mut node: &mut Value) {
        for key in &self.keys {
            node = &mut node[key];
        }
        *node = self.text().into();
    }
}

fn every_item_is_described() -> Outcome {
    let inputs = inputs(&[])?;
    let krate = krate(&inputs)?;
    let all = descriptions::items(&krate).len();
    if all < 2500 {
        return Err(format!("only {all} items"));
    }
    descriptions::check(&krate, &inputs).map_err(|problems| problems.to_string())
}

/// Checks that each item has the description that was written where its error said.
fn check_all(all: &[Missing], described: &Inputs) -> Outcome {
    let krate = krate(described)?;
    let texts: BTreeMap<String, &str> =
        descriptions::items(&krate).into_iter().map(|i| (i.rust, i.text)).collect();
    for missing in all {
        let (found, expected) = (texts.get(&missing.item), missing.text());
        if found != Some(&expected.as_str()) {
            return Err(format!("{expected} {found:?} at {}", missing.pointer));
        }
    }
    Ok(())
}

/// Without its descriptions, each item of this crate is missed. An overlay that follows
/// the errors describes all of them.
fn all_places_of_this_api() -> Outcome {
    let fixups = workspace().join("spec/fixups.overlay.yaml");
    let bare = inputs(std::slice::from_ref(&fixups))?;
    let all = missing(&bare)?;
    if all.len() < 2500 {
        return Err(format!("only {} errors", all.len()));
    }
    let mut actions: BTreeMap<&str, Value> = BTreeMap::new();
    for missing in &all {
        missing.describe(actions.entry(&missing.target).or_default());
    }
    let actions = actions
        .into_iter()
        .map(|(target, update)| json!({"target": target, "update": update}));
    let overlay = json!({
        "overlay": "1.0.0",
        "info": {"title": "All", "version": "1.0.0", "x-kind": "prose"},
        "actions": actions.collect::<Vec<_>>(),
    });
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let file = folder.path().join("all.overlay.json");
    fs::write(&file, overlay.to_string()).map_err(|error| error.to_string())?;
    check_all(&all, &inputs(&[fixups, file])?)
}

/// The places in errors are those of the targets, for every form of a schema.
fn all_places_of_all_forms() -> Outcome {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let case = cases::merged(&cases::all(&golden)?)?;
    case.with_inputs(|bare| {
        let mut described = bare.clone();
        let root = &mut described.document.root;
        let all = match descriptions::check(&krate(bare)?, bare) {
            Ok(()) => return Err("nothing is missing".to_owned()),
            Err(problems) => problems,
        };
        let all: Vec<String> = all.iter().map(ToString::to_string).collect();
        let (pages, all): (Vec<String>, Vec<String>) =
            all.into_iter().partition(|error| error.contains(".md\n"));
        let all = all.iter().map(|error| Missing::read(error));
        let all = all.collect::<Result<Vec<_>, _>>()?;
        if pages.is_empty() || all.len() < 100 {
            return Err(format!("{} pages, {} descriptions", pages.len(), all.len()));
        }
        for missing in &all {
            let node = root.pointer_mut(&missing.pointer);
            missing.describe(node.ok_or_else(|| missing.pointer.clone())?);
        }
        check_all(&all, &described)
    })
}

fn a_module_without_a_page_is_reported() -> Outcome {
    let mut inputs = inputs(&[])?;
    inputs.book.remove("checkout.md").ok_or("there is no such page")?;
    let report = descriptions::check(&krate(&inputs)?, &inputs);
    let report = report.map_or_else(|p| p.to_string(), |()| String::new());
    let expected = "error: `checkout` has no description\n  --> spec/book/checkout.md\n";
    if report.starts_with(expected) { Ok(()) } else { Err(report) }
}

/// `check --strict` fails on an item without a description, even if the crate is up to
/// date, and names the item and the way to describe it.
fn the_command_names_what_is_missing() -> Outcome {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let overlay = folder.path().join("events.overlay.yaml");
    let text = fs::read_to_string(workspace().join("spec/docs/events.overlay.yaml"));
    let text = text.map_err(|error| error.to_string())?;
    let entry =
        "      request:\n        description: The API request that caused the event.\n";
    let without = text.replacen(entry, "", 1);
    if text == without {
        return Err("the overlay does not contain the entry".to_owned());
    }
    fs::write(&overlay, without).map_err(|error| error.to_string())?;
    let scope = workspace().join("spec/scope.toml");
    let out = folder.path().join("crate");
    let listed = inputs_of_scope()?;
    let run = |command: &[&str]| {
        let mut arguments: Vec<String> =
            command.iter().map(ToString::to_string).collect();
        let mut option = |name: &str, path: &Path| {
            arguments.extend([name.to_owned(), path.display().to_string()]);
        };
        option("--scope", &scope);
        option("--out", &out);
        for file in &listed {
            let own = file.ends_with("docs/events.overlay.yaml");
            option("--overlay", if own { &overlay } else { file });
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = binary::run(crate::GENERATOR, &workspace(), &arguments)?;
        let report = String::from_utf8_lossy(&output.stdout).into_owned();
        match output.status.code() {
            Some(code @ (0 | 1)) => Ok((code, report)),
            _ => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    };
    run(&["generate"])?;
    let plain = run(&["check"])?;
    if plain != (0, String::new()) {
        return Err(format!("{plain:?}"));
    }
    let (code, report) = run(&["check", "--strict"])?;
    let expected = [
        "error: `events::Event::request` has no description\n",
        "(#/components/schemas/event/properties/request)\n",
        "target `$.components.schemas.event.properties.request`, member `description`\n",
    ];
    let found = expected.iter().all(|part| report.contains(part));
    if code == 1 && found && report.matches("error: ").count() == 1 {
        return Ok(());
    }
    Err(format!("{code}: {report}"))
}

/// Returns the overlays that the scope lists.
fn inputs_of_scope() -> Result<Vec<PathBuf>, String> {
    let folder = workspace().join("spec");
    let scope = inputs(&[])?.scope;
    Ok(scope.inputs.overlays.iter().map(|file| folder.join(file)).collect())
}

/// The rows of the table add up to its total, before and after a description is removed.
fn the_summary_adds_up() -> Outcome {
    let mut krate = krate(&inputs(&[])?)?;
    let all = descriptions::items(&krate).len();
    add_up(&descriptions::summary(&krate), [all, all])?;
    let field = krate.types.iter_mut().find_map(|def| match &mut def.shape {
        Shape::Object(object) if def.name.ident.as_str() == "CheckoutSession" => {
            object.fields.iter_mut().find(|field| field.api.wire == "url")
        }
        _ => None,
    });
    field.ok_or("there is no such field")?.docs.clear();
    add_up(&descriptions::summary(&krate), [all, all - 1])
}

fn add_up(summary: &str, expected: [usize; 2]) -> Outcome {
    let mut sums = [0, 0];
    let mut total = None;
    for line in summary.lines().skip(1) {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let [name, all, described] = cells[..] else { return Err(line.to_owned()) };
        let number =
            |cell: &str| cell.parse::<usize>().map_err(|error| error.to_string());
        let numbers = [number(all)?, number(described)?];
        if name == "total" {
            total = Some(numbers);
        } else {
            sums = [sums[0] + numbers[0], sums[1] + numbers[1]];
        }
    }
    if total == Some(expected) && sums == expected {
        Ok(())
    } else {
        Err(summary.to_owned())
    }
}

fn no_sentence_is_copied(official: &Path) -> Outcome {
    let text = fs::read_to_string(official).map_err(|error| error.to_string())?;
    let document = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let mut runs = BTreeSet::new();
    collect(&document, &mut runs);
    if runs.len() < 10_000 {
        return Err(format!("only {} runs of words", runs.len()));
    }
    let krate = krate(&inputs(&[])?)?;
    let copies: Vec<String> = descriptions::items(&krate)
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
