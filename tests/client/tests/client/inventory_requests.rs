//! The inventory of requests is true: it agrees with the document, each Rust path in it
//! exists, and each parameter set by its path arrives under its key with its value.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use client_tests::form_text;
use client_tests::forms::{Field, Shape};
use client_tests::program::{Case, Program, Source, cases};
use client_tests::server::{Request, TestServer, response};

/// Root, path, kind, kind of the items, optional, clearable.
type Row = (String, String, String, String, bool, bool);

#[test]
fn inventory_lists_what_the_document_says() {
    let source = Source::read();
    let mut documented = BTreeMap::new();
    for operation in &source.operations {
        let root = &source.operation(operation).root;
        rows(root, "", &operation.fields, &mut documented);
        if operation.expand {
            let [path, kind, of] = ["expand", "array", "string"].map(str::to_owned);
            let row = (root.clone(), path, kind, of, true, false);
            documented.insert(row, Vec::new());
        }
    }
    let listed: BTreeMap<Row, Vec<String>> = source
        .requests()
        .filter(|line| !line.is_operation())
        .cloned()
        .map(|line| {
            let (optional, clearable) = (line.optional, line.clearable);
            let row = (line.root, line.path, line.kind, line.of, optional, clearable);
            (row, line.values)
        })
        .collect();
    let (left, right): (BTreeSet<_>, BTreeSet<_>) =
        (documented.keys().collect(), listed.keys().collect());
    assert!(left.len() > 600, "the document has {} parameters", left.len());
    let missing: Vec<_> = left.difference(&right).collect();
    let invented: Vec<_> = right.difference(&left).collect();
    assert!(
        missing.is_empty() && invented.is_empty(),
        "missing {missing:#?}, invented {invented:#?}"
    );
    for (row, values) in &documented {
        let repaired = |value: &&String| !values.contains(value);
        let added: Vec<_> = listed[row].iter().filter(repaired).collect();
        let kept: Vec<_> =
            listed[row].iter().filter(|value| values.contains(value)).collect();
        assert_eq!(
            kept,
            values.iter().collect::<Vec<_>>(),
            "values of {} {}",
            row.0,
            row.1
        );
        assert!(
            added.iter().all(|value| repairs().contains(*value)),
            "{added:?} of {} {}",
            row.0,
            row.1
        );
    }
    let pointers = pointers(&source);
    for line in source
        .requests()
        .filter(|line| line.kind != "operation" && line.path != "expand")
    {
        let name = pointers.get(line.pointer.as_str());
        let is_there = name
            .is_some_and(|name| line.path.split('.').any(|step| step.starts_with(name)));
        assert!(is_there, "{} is not {} {}", line.pointer, line.root, line.path);
    }
    let operations = source.requests().filter(|line| line.is_operation()).count();
    assert_eq!(operations, source.operations.len());
}

fn rows(
    root: &str,
    path: &str,
    fields: &[Field],
    into: &mut BTreeMap<Row, Vec<String>>,
) {
    for field in fields {
        let here = if path.is_empty() {
            field.name.clone()
        } else {
            format!("{path}.{}", field.name)
        };
        row(root, &here, field, into);
        let inner = match &field.shape {
            Shape::List(of) => Some((format!("{here}[]"), of.as_ref())),
            Shape::Map(of) => Some((format!("{here}{{}}"), of.as_ref())),
            shape => Some((here.clone(), shape)),
        };
        if let Some((here, Shape::Object(fields))) = inner {
            rows(root, &here, fields, into);
        }
    }
}

fn row(root: &str, here: &str, field: &Field, into: &mut BTreeMap<Row, Vec<String>>) {
    let (of, innermost) = match &field.shape {
        Shape::List(of) | Shape::Map(of) => (of.kind(), of.as_ref()),
        shape => ("", shape),
    };
    let values =
        if let Shape::Enum(values) = innermost { values.clone() } else { Vec::new() };
    let line = |path: &str, kind: &str, optional| {
        let (root, path, kind) = (root.to_owned(), path.to_owned(), kind.to_owned());
        (root, path, kind, of.to_owned(), optional, field.clearable)
    };
    into.insert(line(here, field.shape.kind(), !field.required), values);
    if let Shape::Range = field.shape {
        for bound in ["gt", "gte", "lt", "lte"] {
            into.insert(line(&format!("{here}.{bound}"), "timestamp", true), Vec::new());
        }
    }
}

/// Returns the paths of all definitions in the document.
fn pointers(source: &Source) -> BTreeMap<&str, &str> {
    fn put<'a>(fields: &'a [Field], into: &mut BTreeMap<&'a str, &'a str>) {
        for field in fields {
            into.insert(&field.pointer, &field.name);
            match &field.shape {
                Shape::Object(fields) => put(fields, into),
                Shape::List(of) | Shape::Map(of) => {
                    if let Shape::Object(fields) = of.as_ref() {
                        put(fields, into);
                    }
                }
                _ => {}
            }
        }
    }
    let mut pointers = BTreeMap::new();
    source.operations.iter().for_each(|operation| put(&operation.fields, &mut pointers));
    pointers
}

/// Returns the single values that corrections add to the document.
fn repairs() -> BTreeSet<String> {
    let file = test_support::workspace().join("spec/fixups.overlay.yaml");
    let text = std::fs::read_to_string(file).expect("the overlay can be read");
    let overlay: serde_json::Value =
        serde_yaml::from_str(&text).expect("the overlay is YAML");
    let actions = overlay["actions"].as_array().into_iter().flatten();
    actions.filter_map(|action| action["update"].as_str()).map(str::to_owned).collect()
}

#[test]
fn program_names_every_line() {
    let (source, program) = Program::build(Path::new(env!("CARGO_TARGET_TMPDIR")));
    let all: BTreeSet<_> = source
        .requests()
        .map(|l| (l.root.clone(), l.path.clone(), l.rust.clone()))
        .collect();
    let unnamed: Vec<_> = all.difference(&program.named).collect();
    assert!(unnamed.is_empty(), "not in the program: {unnamed:#?}");
}

#[test]
fn every_parameter_arrives_under_its_key() {
    let (source, program) = Program::build(Path::new(env!("CARGO_TARGET_TMPDIR")));
    let cases = cases(source);
    let server =
        TestServer::always(response(400, "", r#"{"error":{"message":"seen"}}"#));
    let outcomes =
        program.start(&server.url()).make(cases.iter().map(|case| &case.call));
    let seen = server.seen();
    let by_case: BTreeMap<&str, &Request> =
        seen.iter().map(|request| (request.header("Case")[0], request)).collect();
    assert_eq!(seen.len(), cases.len(), "a request for each call");
    let mut wrong = Vec::new();
    for (number, Case { label, call, .. }) in cases.iter().enumerate() {
        let Some(request) = by_case.get(number.to_string().as_str()) else {
            wrong.push(format!("{label}: not sent: {}", outcomes[number]));
            continue;
        };
        let form = call.form();
        let (query, body) =
            if call.method == "GET" { (form.as_str(), "") } else { ("", form.as_str()) };
        let path = call.path();
        let expected = (call.method.as_str(), path.as_str(), query, body);
        let sent =
            (request.method(), request.path(), request.query(), request.body.as_str());
        if sent != expected {
            wrong
                .push(format!("{label}:\n  expected {expected:?}\n  sent     {sent:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), seen.len(), wrong.join("\n"));
}

/// Sends each value that the inventory lists, and an unknown one, under the key of the
/// enum.
#[test]
fn every_enum_value_is_sent() {
    let source = Source::read();
    let cases = cases(&source);
    let mut sent: BTreeMap<(&str, String), BTreeSet<String>> = BTreeMap::new();
    for case in &cases {
        for (key, value) in case.call.pairs() {
            let place = (case.call.root.as_str(), form_text::path(&key));
            sent.entry(place).or_default().insert(value);
        }
    }
    let enums: Vec<_> =
        source.requests().filter(|line| !line.values.is_empty()).collect();
    assert!(enums.len() > 150, "the inventory has {} enums", enums.len());
    for line in enums {
        let items = if line.kind == "array" { "[]" } else { "" };
        let values = &sent[&(line.root.as_str(), format!("{}{items}", line.path))];
        let listed: BTreeSet<String> = line.values.iter().cloned().collect();
        assert!(listed.is_subset(values), "{} {}: {values:?}", line.root, line.path);
        let unlisted = |value: &String| !value.is_empty() && !listed.contains(value);
        assert!(values.iter().any(unlisted));
    }
}
