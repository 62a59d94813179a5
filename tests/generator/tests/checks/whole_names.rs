//! Checks the names of the whole API: a reviewer can read them, nothing of the document's own
//! language is in them, and they are the same in each part of the API.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use generator::input::{Inputs, Options};
use generator::pipeline;
use generator::rust::lock::Lock;
use generator::rust::{Crate, Place, Shape, TypeDef};
use test_support::official::{CLOVER, DAHLIA};
use test_support::report::{Trial, needing};
use test_support::workspace;

type Outcome = Result<(), String>;

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for (version, document) in [("dahlia", DAHLIA), ("clover", CLOVER)] {
        let name = |what: &str| format!("{what}_of_{version}");
        trials.push(needing(&name("names"), document.document(), all));
        trials.push(needing(&name("parts"), document.document(), parts));
    }
    trials.push(needing("names_of_clover_stay_in_dahlia", DAHLIA.document(), stable));
    trials
}

/// The longest name that is allowed, the length that few names exceed, and their number.
const LENGTHS: (usize, usize, usize) = (80, 60, 60);

/// Words that only the authors of the document use, as they are in the names of its components.
const INTERNAL: &str = include_str!("../../internal_words.txt");

/// Parts of the API whose types other parts have too.
const PARTS: [&str; 5] = [
    "/v1/checkout",
    "/v1/invoices",
    "/v1/payment_methods",
    "/v1/refunds",
    "/v1/test_helpers",
];

fn all(official: &Path) -> Outcome {
    let krate = plan(&inputs("all", official)?)?.0;
    modules(&krate)?;
    lengths(&krate)?;
    words(&krate)?;
    items(&krate)
}

fn inputs(select: &str, official: &Path) -> Result<Inputs, String> {
    let options = Options {
        scope: Some(workspace().join("spec/scope.toml")),
        spec: Some(official.to_owned()),
        select: vec![select.to_owned()],
        ..Options::default()
    };
    pipeline::read(&options).map_err(|problems| problems.to_string())
}

fn plan(inputs: &Inputs) -> Result<(Crate, Lock), String> {
    pipeline::plan(inputs).map_err(|problems| problems.to_string())
}

/// The module of an item is the first word of an operation's path, or the shared one.
fn modules(krate: &Crate) -> Outcome {
    let paths = krate.operations.iter().map(|operation| operation.api.segments());
    let mut words: BTreeSet<&str> = paths.flatten().collect();
    words.insert("shared");
    let names = krate.types.iter().map(|def| &def.name);
    let names = names.chain(krate.accessors.iter().map(|accessor| &accessor.name));
    let modules: BTreeSet<&str> =
        names.map(|name| name.module.split("::").next().unwrap_or_default()).collect();
    let others: Vec<&&str> = modules.difference(&words).collect();
    ensure(others.is_empty(), || format!("modules of no accessor: {others:?}"))?;
    ensure(modules.len() <= 73, || format!("{} modules", modules.len()))?;
    let is_shared = |def: &&TypeDef| {
        def.name.module == "shared" && matches!(def.shape, Shape::Object(_))
    };
    let shared = krate.types.iter().filter(is_shared).count();
    ensure(shared <= 25, || format!("{shared} objects belong to no resource"))
}

fn lengths(krate: &Crate) -> Outcome {
    let (longest, long, few) = LENGTHS;
    let names = krate.types.iter().map(|def| def.name.ident.as_str());
    let over =
        |limit: usize| names.clone().filter(|n| n.len() > limit).collect::<Vec<_>>();
    ensure(over(longest).is_empty(), || format!("too long: {:?}", over(longest)))?;
    ensure(over(long).len() <= few, || format!("too many are long: {:#?}", over(long)))
}

/// No name has an internal word.
fn words(krate: &Crate) -> Outcome {
    let internal: Vec<String> = INTERNAL.lines().map(camel).collect();
    let found: Vec<&str> = krate
        .types
        .iter()
        .map(|def| def.name.ident.as_str())
        .filter(|name| internal.iter().any(|word| name.contains(word.as_str())))
        .collect();
    ensure(found.is_empty(), || format!("internal words: {found:?}"))
}

fn camel(words: &str) -> String {
    let word = |word: &str| word[..1].to_uppercase() + &word[1..];
    words.split('_').map(word).collect()
}

/// What is in a list has a name in the singular.
fn items(krate: &Crate) -> Outcome {
    let is_plural = |name: &str| {
        name.ends_with('s')
            && !["ss", "us", "is", "ics"].iter().any(|end| name.ends_with(end))
    };
    let plural: Vec<String> = krate
        .types
        .iter()
        .filter(|def| def.origins.len() == 1 && is_item(def.origin()))
        .map(|def| def.name.ident.as_str().trim_end_matches("Params").to_owned())
        .filter(|name| is_plural(name))
        .collect();
    // `brands_blocked[]`
    let is_known = |name: &String| name.ends_with("Blocked");
    let plural: Vec<&String> = plural.iter().filter(|name| !is_known(name)).collect();
    ensure(plural.is_empty(), || format!("plural: {plural:?}"))
}

fn is_item(place: &Place) -> bool {
    place.path.ends_with("[]")
}

/// Names do not depend on what else is selected.
fn parts(official: &Path) -> Outcome {
    let whole = names(&plan(&inputs("all", official)?)?.0);
    let mut compared = 0;
    for part in PARTS {
        let part = plan(&inputs(part, official)?)?.0;
        for (key, name) in names(&part) {
            if let Some(other) = whole.get(&key) {
                ensure(*other == name, || format!("{key} is {other} and {name}"))?;
                compared += 1;
            }
        }
    }
    ensure(compared > 1000, || format!("only {compared} names"))
}

/// The lock holds the components of an older version, and even without it, few of them move to
/// another module.
fn stable(official: &Path) -> Outcome {
    let (old, lock) = plan(&inputs("all", &CLOVER.document()?)?)?;
    let mut inputs = inputs("all", official)?;
    let alone = names(&plan(&inputs)?.0);
    // What is sent can become two types of one name, which a maintainer decides about.
    let text = lock.text();
    let received: Vec<&str> = text.lines().filter(|line| !line.contains('#')).collect();
    inputs.lock = Some(("names.lock".to_owned(), received.join("\n")));
    let locked = names(&plan(&inputs)?.0);
    let mut old = names(&old);
    old.retain(|key, _| !key.contains('#'));
    let common = old.iter().filter(|(key, _)| locked.contains_key(*key));
    let moved: Vec<&String> = common
        .clone()
        .filter(|(key, name)| locked[*key] != **name)
        .map(|(key, _)| key)
        .collect();
    ensure(moved.is_empty(), || format!("moved in spite of the lock: {moved:?}"))?;
    let module = |path: &str| path.split("::").next().map(str::to_owned);
    let moved: Vec<&String> = common
        .filter(|(key, _)| !key.contains(':'))
        .filter(|(key, name)| module(&alone[*key]) != module(name))
        .map(|(key, _)| key)
        .collect();
    ensure(moved.len() <= 5, || format!("moved: {moved:?}"))
}

/// Returns the names of types by their places.
fn names(krate: &Crate) -> BTreeMap<String, String> {
    let is_named = |def: &&TypeDef| !matches!(def.shape, Shape::Reference(_));
    let types = krate.types.iter().filter(is_named);
    let places = types
        .flat_map(|def| def.origins.iter().map(|place| (place.key(), def.name.path())));
    places.collect()
}

fn ensure(holds: bool, problem: impl FnOnce() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(problem()) }
}
