//! The inventory of responses is true: it agrees with the document, each Rust path in it
//! exists, and the field there has the value that the API sent under the line's path.

mod fields;

use std::collections::BTreeSet;
use std::path::Path;

use client_tests::inventory::{self, Line};
use client_tests::report::{Trial, test};
use client_tests::response::expected::expected;
use client_tests::response::outline::{Row, rows};
use client_tests::response::reader::Reader;
use client_tests::response::roots::ROOTS;
use client_tests::response::schema::{Schema, resources};
use client_tests::response::variants;

type Outcome = Result<(), String>;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("it_says_what_the_document_says", it_says_what_the_document_says),
        test("each_field_holds_what_was_sent", each_field_holds_what_was_sent),
    ]
}

fn responses() -> Vec<Line> {
    let lines = inventory::lines();
    lines.into_iter().filter(|line| !line.root.contains('#')).collect()
}

fn it_says_what_the_document_says() -> Outcome {
    let documented: BTreeSet<Row> = resources().flat_map(rows).collect();
    let lines = responses();
    let listed: BTreeSet<Row> = lines.iter().cloned().map(said).collect();
    ensure(listed.len() == lines.len(), "a line is there twice")?;
    let missing: Vec<_> = documented.difference(&listed).collect();
    let invented: Vec<_> = listed.difference(&documented).collect();
    let same = missing.is_empty() && invented.is_empty();
    ensure(same, &format!("missing {missing:#?}, invented {invented:#?}"))
}

fn said(line: Line) -> Row {
    Row {
        root: line.root,
        path: line.path,
        kind: line.kind,
        of: line.of,
        optional: line.optional,
        nullable: line.nullable,
        values: line.values,
        targets: line.targets,
    }
}

fn each_field_holds_what_was_sent() -> Outcome {
    let lines = responses();
    let reader = Reader::build(&lines, Path::new(env!("CARGO_TARGET_TMPDIR")));
    let mut filled = BTreeSet::new();
    for root in ROOTS {
        let schema = Schema::component(root.name).expect("a component");
        let variants: Vec<_> = variants::TELLING
            .iter()
            .flat_map(|variants| variants(root.name))
            .map(|(label, json)| (label, expected(schema, &json), json))
            .collect();
        let objects: Vec<_> =
            variants.iter().map(|(_, _, json)| (root.name, json.clone())).collect();
        let own: BTreeSet<usize> =
            (0..lines.len()).filter(|index| lines[*index].root == root.name).collect();
        for ((label, expected, _), found) in variants.iter().zip(reader.read(&objects)) {
            ensure(found.keys().eq(&own), "not each line was answered")?;
            for (index, texts) in &found {
                let line = &lines[*index];
                fields::compare(line, expected, texts).map_err(|problem| {
                    format!("{} of {} ({label}): {problem}", line.rust, line.path)
                })?;
                if texts.iter().any(|text| text != "null") {
                    filled.insert(*index);
                }
            }
        }
    }
    ensure(filled.len() == lines.len(), "some fields were never filled")
}

fn ensure(condition: bool, otherwise: &str) -> Outcome {
    if condition { Ok(()) } else { Err(otherwise.to_owned()) }
}
