//! A program that reads every field of every resource. It is generated from the
//! inventory and names each Rust path, so that it compiles only if all of them exist.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;
use test_support::programs;

use crate::inventory::Line;

/// A compiled program.
#[derive(Debug)]
pub struct Reader {
    program: PathBuf,
}

/// The contents of an object's fields, by the number of their line.
pub type Found = BTreeMap<usize, Vec<String>>;

impl Reader {
    /// Writes and compiles the program for these lines, none of which is about requests.
    pub fn build(lines: &[Line], folder: &Path) -> Self {
        let text = source(lines);
        let program = programs::written("responses", "lines.rs", &text, folder);
        Self { program: program.unwrap_or_else(|error| panic!("{error}")) }
    }

    /// Reads objects of these roots.
    pub fn read(&self, objects: &[(&str, Value)]) -> Vec<Found> {
        let mut child = Command::new(&self.program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let mut input = child.stdin.take().expect("an input");
        let told = thread::scope(|scope| {
            // In another thread, because the program responds before it has read
            // everything.
            scope.spawn(move || {
                for (root, json) in objects {
                    writeln!(input, "{root}\t{json}").expect("the program listens");
                }
            });
            child.wait_with_output().expect("the program ends")
        });
        assert!(told.status.success(), "the program failed");
        let told = String::from_utf8(told.stdout).expect("the answers are text");
        let found: Vec<_> = told.lines().map(answer).collect();
        assert_eq!(found.len(), objects.len(), "the program did not answer all");
        found
    }
}

fn answer(line: &str) -> Found {
    let rows: Vec<(usize, Vec<String>)> = serde_json::from_str(line).expect("an answer");
    let (count, found) = (rows.len(), rows.into_iter().collect::<Found>());
    assert_eq!(found.len(), count, "a line was answered twice");
    found
}

fn source(lines: &[Line]) -> String {
    let mut text = "use crate::Found;\n\
                    use crate::field::{each, leaves, objects, objects_in};\n"
        .to_owned();
    let owners: BTreeSet<_> = lines.iter().map(|line| owner_and_field(line).0).collect();
    let owners = owners.into_iter().collect::<Vec<_>>().join(",\n    ");
    writeln!(text, "\nobjects! {{\n    {owners}\n}}").expect("a string");
    let mut roots: Vec<_> = lines.iter().map(|line| line.root.as_str()).collect();
    roots.dedup();
    text += "\npub fn read(root: &str, json: &str) -> Vec<Found> {\n    match root {\n";
    for (number, root) in roots.iter().enumerate() {
        writeln!(text, "        {root:?} => read_{number}(json),").expect("a string");
    }
    text += "        _ => panic!(\"{root} is unknown\"),\n    }\n}\n";
    for (number, root) in roots.iter().enumerate() {
        text += &reader(number, root, lines);
    }
    text
}

/// ```ignore
/// fn read_0(json: &str) -> Vec<Found> {
///     let root: stripe_sessions::checkout::CheckoutSession = serde_json::from_str(json).expect("…");
///     vec![(0, line_0(&root)), …]
/// }
/// ```
fn reader(number: usize, root: &str, lines: &[Line]) -> String {
    let own = || lines.iter().enumerate().filter(|(_, line)| line.root == root);
    let by_path: BTreeMap<_, _> =
        own().map(|(_, line)| (line.path.as_str(), line)).collect();
    let top = own().find(|(_, line)| !line.path.contains(['.', '[', '{']));
    let (top, _) = owner_and_field(top.expect("the root has a field").1);
    let mut text = format!(
        "\nfn read_{number}(json: &str) -> Vec<Found> {{\n    \
         let root: {top} = serde_json::from_str(json).expect({root:?});\n    vec![\n"
    );
    for (index, _) in own() {
        writeln!(text, "        ({index}, line_{index}(&root)),").expect("a string");
    }
    text += "    ]\n}\n";
    for (index, line) in own() {
        let way = way(line, &by_path);
        writeln!(
            text,
            "\nfn line_{index}(root: &{top}) -> Vec<String> {{\n    \
             let mut out = Vec::new();\n    each(root, |o0: &{top}| {way});\n    out\n}}"
        )
        .expect("a string");
    }
    text
}

/// Returns an expression that prints a field, starting from the root `o0`:
///
/// ```ignore
/// each(&o0.after_expiration, |o1: &AfterExpiration| leaves(&o1.recovery, &mut out))
/// ```
fn way(line: &Line, by_path: &BTreeMap<&str, &Line>) -> String {
    let mut steps = vec![line];
    while let Some(above) = above(&steps.last().unwrap_or(&line).path) {
        steps.push(
            by_path.get(above).unwrap_or_else(|| panic!("the inventory lacks {above}")),
        );
    }
    steps.reverse();
    let depth = steps.len() - 1;
    let (owner, field) = owner_and_field(line);
    let mut way = if field == "OBJECT" {
        format!("{{ let _ = o{depth}; out.push({owner}::OBJECT.to_owned()) }}")
    } else if holds_objects(line) {
        format!("objects_in(&o{depth}.{field}, &mut out)")
    } else {
        format!("leaves(&o{depth}.{field}, &mut out)")
    };
    for depth in (0..depth).rev() {
        let (_, field) = owner_and_field(steps[depth]);
        let (inner, _) = owner_and_field(steps[depth + 1]);
        way = format!("each(&o{depth}.{field}, |o{}: &{inner}| {way})", depth + 1);
    }
    way
}

/// Returns the path of the field that contains a path.
pub fn above(path: &str) -> Option<&str> {
    let (above, _) = path.rsplit_once('.')?;
    Some(above.trim_end_matches(['[', ']', '{', '}']))
}

/// Returns `true` if a field is compared as JSON.
pub fn holds_objects(line: &Line) -> bool {
    let kinds = ["object", "resource", "list", "raw"];
    [&line.kind, &line.of].iter().any(|kind| kinds.contains(&kind.as_str()))
}

fn owner_and_field(line: &Line) -> (&str, &str) {
    let parts = line.rust.rsplit_once("::");
    parts.unwrap_or_else(|| panic!("{} is no path of a field", line.rust))
}
