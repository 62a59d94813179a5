//! Runs the generator on the whole official documents: they produce the same crate as
//! the slice, regardless of their prose, and any part of them produces a crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use generator::input::folder::FileTree;
use generator::input::scope::Scope;
use generator::input::{Inputs, Options, load};
use generator::openapi::document::Document;
use generator::openapi::slice::{self, Prose, Selection};
use generator::{model, pipeline};
use generator_tests::crates;
use serde_json::Value;
use test_support::official::{BASIL, CLOVER, DAHLIA, OLD};
use test_support::report::{Trial, needing, test};
use test_support::workspace;

type Outcome = Result<(), String>;

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = vec![
        needing("gives_the_same_crate_as_the_slice", DAHLIA.document(), same_crate),
        needing("types_do_not_depend_on_prose", DAHLIA.document(), without_prose),
        needing("everything_of_dahlia", DAHLIA.document(), everything),
        needing("everything_of_clover", CLOVER.document(), everything),
        needing("the_whole_scope_of_dahlia", DAHLIA.document(), whole_scope),
        needing("what_clients_receive_of_dahlia", DAHLIA.document(), clients),
        needing("verbs_of_dahlia_are_methods", DAHLIA.document(), verbs),
        needing(
            "calls_of_dahlia_do_not_depend_on_what_is_selected",
            DAHLIA.document(),
            calls,
        ),
        needing(
            "calls_of_clover_do_not_depend_on_what_is_selected",
            CLOVER.document(),
            calls,
        ),
        needing("files_are_sent_and_received", DAHLIA.document(), files),
        needing("everything_of_basil", BASIL.document(), everything),
        needing("everything_of_an_old_version", OLD.document(), everything),
        needing("everything_for_old_libraries", OLD.library_document(), everything),
    ];
    trials.extend([
        needing("everything_for_libraries", DAHLIA.library_document(), everything),
        needing("selection_for_libraries", DAHLIA.library_document(), |official| {
            compiled("/v1/products", "v1_products_for_libraries", official)
        }),
        needing("descriptions_for_libraries", DAHLIA.library_document(), described),
    ]);
    trials.extend(SELECTIONS.map(|prefix| {
        let name = format!("selection_of_{}", prefix.trim_start_matches("/v1/"));
        needing(&name, DAHLIA.document(), move |official| selection(prefix, official))
    }));
    for (name, version) in [("dahlia", DAHLIA), ("clover", CLOVER)] {
        trials.push(compiles(name, version.document()));
    }
    trials
}

/// Parts of the API of different shapes: a singleton, an upload, a download, deep paths,
/// unions, search, resources without an id, and large ones. `scripts/every-prefix` compiles
/// all.
const SELECTIONS: [&str; 12] = [
    "/v1/account",
    "/v1/balance",
    "/v1/customers",
    "/v1/ephemeral_keys",
    "/v1/events",
    "/v1/files",
    "/v1/issuing/cards",
    "/v1/products",
    "/v1/quotes",
    "/v1/tax",
    "/v1/terminal/readers",
    "/v1/test_helpers/treasury",
];

/// Compiles a part of the API as a crate, without warnings.
fn selection(prefix: &str, official: &Path) -> Outcome {
    compiled(prefix, &prefix.trim_start_matches('/').replace('/', "_"), official)
}

fn compiled(prefix: &str, name: &str, official: &Path) -> Outcome {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates").join(name);
    let options = Options {
        select: vec![prefix.to_owned()],
        out: Some(out.clone()),
        ..options(Some(official))
    };
    let inputs = pipeline::read(&options).map_err(|problems| problems.to_string())?;
    pipeline::generate(&inputs).map_err(|problems| problems.to_string())?;
    crates::compiles(&out)
}

/// Runs a program that uploads and downloads files.
fn files(official: &Path) -> Outcome {
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates");
    let (out, program) = (all.join("documents"), all.join("files_program"));
    let options = Options {
        select: ["/v1/files", "/v1/quotes"].map(str::to_owned).to_vec(),
        name: Some("documents".to_owned()),
        out: Some(out),
        ..options(Some(official))
    };
    let inputs = pipeline::read(&options).map_err(|problems| problems.to_string())?;
    pipeline::generate(&inputs).map_err(|problems| problems.to_string())?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("official/files");
    fs::create_dir_all(program.join("src")).map_err(|error| error.to_string())?;
    for (from, to) in [("Cargo.toml", "Cargo.toml"), ("main.rs", "src/main.rs")] {
        fs::copy(folder.join(from), program.join(to))
            .map_err(|error| error.to_string())?;
    }
    crates::cargo(&program, &["run", "--quiet"])
}

/// The document for official client libraries describes parameters at any depth and values.
fn described(official: &Path) -> Outcome {
    let undescribed = |document: &Path| {
        let select = vec!["/v1/products".to_owned()];
        let options = Options { select, ..options(Some(document)) };
        let inputs =
            pipeline::read(&options).map_err(|problems| problems.to_string())?;
        let items = pipeline::undescribed(&inputs);
        let items = items.map_err(|problems| problems.to_string())?;
        Ok::<_, String>(items.map_or(0, |items| items.iter().count()))
    };
    let (libraries, public) =
        (undescribed(official)?, undescribed(&DAHLIA.document()?)?);
    let report = format!("{libraries} items have no description, {public} in the other");
    ensure(libraries * 2 < public, &report)
}

/// Compiles the whole API as a crate without warnings: on demand, with `cargo test --
/// --ignored`.
fn compiles(name: &'static str, official: Result<PathBuf, String>) -> Trial {
    let check = move || {
        let all = format!("crates/all_of_{name}");
        let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join(all);
        let options = Options {
            select: vec!["all".to_owned()],
            out: Some(all.clone()),
            ..options(Some(&official?))
        };
        let inputs =
            pipeline::read(&options).map_err(|problems| problems.to_string())?;
        pipeline::generate(&inputs).map_err(|problems| problems.to_string())?;
        crates::clean(&all)?;
        crates::fixtures(&all)
    };
    test(&format!("everything_of_{name}_compiles"), check).ignored("takes minutes")
}

fn options(spec: Option<&Path>) -> Options {
    let scope = Some(workspace().join("spec/scope.toml"));
    Options { scope, spec: spec.map(Path::to_owned), ..Options::default() }
}

fn build(options: &Options) -> Result<FileTree, String> {
    let inputs = pipeline::read(options).map_err(|problems| problems.to_string())?;
    pipeline::build(&inputs)
        .map(|output| output.files)
        .map_err(|problems| problems.to_string())
}

/// Returns the files without documentation.
fn code(tree: &FileTree) -> BTreeMap<String, String> {
    let is_code = |line: &&str| {
        let line = line.trim_start();
        !line.starts_with("///") && !line.starts_with("//!")
    };
    let strip = |text: &str| text.lines().filter(is_code).collect::<Vec<_>>().join("\n");
    tree.iter().map(|(path, text)| (path.to_owned(), strip(text))).collect()
}

fn same_crate(official: &Path) -> Outcome {
    let slice = build(&options(None))?;
    let whole = build(&options(Some(official)))?;
    same(&code(&slice), &code(&whole))
}

/// Removes every description, and then replaces every description.
fn without_prose(official: &Path) -> Outcome {
    let options = Options { no_overlays: true, ..options(Some(official)) };
    let mut inputs =
        pipeline::read(&options).map_err(|problems| problems.to_string())?;
    let crate_of = |inputs: &Inputs| {
        let output = pipeline::build(inputs).map_err(|problems| problems.to_string())?;
        Ok::<_, String>(code(&output.files))
    };
    let plain = crate_of(&inputs)?;
    let replaced = replace(
        &mut inputs.document.root,
        "An integer or null; deprecated, one of `a`.",
    );
    ensure(replaced > 500, "the descriptions are found")?;
    same(&plain, &crate_of(&inputs)?)?;
    remove(&mut inputs.document.root);
    same(&plain, &crate_of(&inputs)?)
}

/// Removes every description.
fn remove(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.retain(|key, member| key != "description" || !member.is_string());
            object.values_mut().for_each(remove);
        }
        Value::Array(items) => items.iter_mut().for_each(remove),
        _ => {}
    }
}

/// Replaces every description. Returns their number.
fn replace(value: &mut Value, text: &str) -> usize {
    match value {
        Value::Object(object) => object
            .iter_mut()
            .map(|(key, member)| match member {
                Value::String(old) if key == "description" => {
                    text.clone_into(old);
                    1
                }
                member => replace(member, text),
            })
            .sum(),
        Value::Array(items) => items.iter_mut().map(|item| replace(item, text)).sum(),
        _ => 0,
    }
}

fn everything(official: &Path) -> Outcome {
    let all = Options { select: vec!["all".to_owned()], ..options(Some(official)) };
    let tree = build(&all)?;
    ensure(tree.iter().count() > 2000, "files are missing")
}

/// Builds the crate of the scope for the whole API, with and without legacy operations.
fn whole_scope(official: &Path) -> Outcome {
    let operations = |legacy| {
        let scope = Some(workspace().join("spec/whole/scope.toml"));
        let spec = Some(official.to_owned());
        let options = Options { scope, spec, legacy, ..Options::default() };
        let inputs =
            pipeline::read(&options).map_err(|problems| problems.to_string())?;
        let (krate, _) =
            pipeline::plan(&inputs).map_err(|problems| problems.to_string())?;
        let left_out = krate.omitted.iter().filter(|omission| omission.legacy).count();
        Ok::<_, String>((krate.operations.len(), left_out, inputs.scope.legacy.len()))
    };
    let (kept, left_out, legacy) = operations(false)?;
    ensure(left_out == legacy && legacy > 0, "the legacy operations are left out")?;
    ensure(operations(true)? == (kept + legacy, 0, legacy), "they are kept on demand")
}

/// Checks that a slice of everything has no component that only clients receive.
fn clients(official: &Path) -> Outcome {
    let document = load::document(official).map_err(|problems| problems.to_string())?;
    let slice = slice_of(&document, None)?;
    let count = |root: &Value| {
        let schemas = root["components"]["schemas"].as_object();
        let names = schemas.into_iter().flatten().map(|(name, _)| name);
        names.filter(|name| name.ends_with("_client")).count()
    };
    let unions = |root: &Value| root.to_string().matches("_client\"}").count();
    ensure(count(&document.root) == 3, "the document has components for clients")?;
    ensure(unions(&document.root) == 71, "the document refers to them")?;
    ensure(count(&slice.root) == 0, "the slice has components for clients")?;
    ensure(unions(&slice.root) == 0, "the slice refers to them")
}

/// Routes whose last word is a verb, with the way to them.
const VERBS: &[(&str, &str)] = &[
    ("GET /v1/apps/secrets/find", "apps.secrets.find"),
    ("GET /v1/credit_notes/preview", "credit_notes.preview"),
    ("GET /v1/credit_notes/preview/lines", "credit_notes.list_preview_lines"),
    ("GET /v1/tax/associations/find", "tax.associations.find"),
    ("POST /v1/accounts/{account}/login_links", "accounts.create_login_link"),
    ("POST /v1/tax/transactions/create_reversal", "tax.transactions.create_reversal"),
    (
        "POST /v1/test_helpers/issuing/authorizations/{authorization}/fraud_challenges/respond",
        "test_helpers.issuing.authorizations.fraud_challenges.respond",
    ),
    (
        "POST /v1/test_helpers/issuing/cards/{card}/shipping/return",
        "test_helpers.issuing.cards.shipping.return_card",
    ),
    (
        "POST /v1/test_helpers/issuing/transactions/create_force_capture",
        "test_helpers.issuing.transactions.create_force_capture",
    ),
    (
        "POST /v1/test_helpers/treasury/outbound_payments/{id}/return",
        "test_helpers.treasury.outbound_payments.return_outbound_payment",
    ),
];

fn verbs(official: &Path) -> Outcome {
    let all = Options { select: vec!["all".to_owned()], ..options(Some(official)) };
    let inputs = pipeline::read(&all).map_err(|problems| problems.to_string())?;
    let (krate, _) = pipeline::plan(&inputs).map_err(|problems| problems.to_string())?;
    let mut ways = BTreeMap::new();
    for accessor in &krate.accessors {
        let mut way = vec![accessor.entry.as_str()];
        let mut at = accessor;
        while let Some(parent) = at.parent {
            at = &krate.accessors[parent];
            way.insert(0, at.entry.as_str());
        }
        for operation in krate.operations_of(accessor) {
            let call = format!("{}.{}", way.join("."), operation.ident);
            ways.insert(operation.api.route(), call);
        }
    }
    for (route, way) in VERBS {
        let found = ways.get(*route).map(String::as_str);
        ensure(found == Some(*way), &format!("{route}: {found:?}"))?;
    }
    Ok(())
}

/// Compares the ways to operations in crates of each prefix of one or two words with those in a
/// crate of all paths. Longer prefixes can hide that the word before is an action: alone,
/// `/v1/credit_notes/preview/lines` is a list of its own.
fn calls(official: &Path) -> Outcome {
    let document = load::document(official).map_err(|problems| problems.to_string())?;
    let whole = ways(&document, None)?;
    let paths = document.root["paths"].as_object();
    let mut prefixes = BTreeSet::new();
    for path in paths.into_iter().flatten().map(|(path, _)| path) {
        let words: Vec<&str> = path.split('/').take(4).collect();
        prefixes.extend([words[..3].join("/"), words.join("/")]);
    }
    ensure(prefixes.len() > 100, "prefixes are missing")?;
    for prefix in prefixes {
        let part = ways(&document, Some(&prefix))?;
        let other = part.iter().find(|(route, way)| whole.get(*route) != Some(*way));
        ensure(other.is_none(), &format!("{prefix}: {other:?}"))?;
    }
    Ok(())
}

/// Cuts the paths with a prefix out of a document, or all paths.
fn slice_of(document: &Document, prefix: Option<&str>) -> Result<Document, String> {
    let paths: Vec<String> = prefix.map(str::to_owned).into_iter().collect();
    let selection = Selection {
        file: "--select",
        paths: prefix.map(|_| paths.as_slice()),
        opaque: &[],
        secret: &[],
        legacy: &[],
        strict: false,
        overlaid: false,
        components: Vec::new(),
        event_types: None,
    };
    slice::slice(document, &selection, Prose::Drop, "")
        .map_err(|problems| problems.to_string())
}

/// Returns the ways to the operations with a prefix, by their routes.
fn ways(
    document: &Document,
    prefix: Option<&str>,
) -> Result<BTreeMap<String, String>, String> {
    let slice = slice_of(document, prefix)?;
    let api = model::lower(&slice, &Scope::default(), "");
    let api = api.map_err(|problems| problems.to_string())?;
    let mut ways = BTreeMap::new();
    for (index, node) in api.calls.nodes.iter().enumerate() {
        for id in &node.operations {
            let resource = api.calls.segments(index).join(".");
            let way = format!("{resource}.{}", api.calls.action(*id).name);
            ways.insert(api.operations[id.0].route(), way);
        }
    }
    Ok(ways)
}

fn same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Outcome {
    let names =
        |tree: &BTreeMap<String, String>| tree.keys().cloned().collect::<Vec<_>>();
    ensure(names(one) == names(other), "the files are others")?;
    // The front page of the crate is prose too.
    let differs =
        one.iter().find(|(path, text)| path.ends_with(".rs") && other[*path] != **text);
    match differs {
        Some((path, _)) => Err(format!("{path} differs")),
        None => Ok(()),
    }
}

fn ensure(condition: bool, otherwise: &str) -> Outcome {
    if condition { Ok(()) } else { Err(otherwise.to_owned()) }
}
