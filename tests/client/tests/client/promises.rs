//! Properties of the crate as a whole: its dependencies, features, names and size.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use client_tests::{inventory, workspace};

/// Of all emitted files except the runtime. Look at what the crate gained before you
/// raise it.
const MOST_LINES: usize = 30_000;

fn text(path: &str) -> String {
    fs::read_to_string(workspace().join(path)).unwrap()
}

/// Returns the source files of the crate except the runtime.
fn emitted() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![workspace().join("generated/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                files.push(path);
            } else if !path.ends_with("src/runtime") {
                folders.push(path);
            }
        }
    }
    assert!(files.len() > 300, "{} files", files.len());
    files
}

/// On all platforms and with all features: the lock file contains every dependency.
#[test]
fn no_openssl() {
    let lock = text("Cargo.lock");
    let names: BTreeSet<&str> =
        lock.lines().filter_map(|line| line.strip_prefix("name = ")).collect();
    assert!(names.contains("\"rustls\"") && names.contains("\"stripe-sessions\""));
    for other in ["openssl", "openssl-sys", "native-tls"] {
        assert!(!names.contains(format!("\"{other}\"").as_str()), "{other}");
    }
}

/// The crypto provider that costs a minute to compile is not part of the default features.
#[test]
fn default_features_do_without_aws_lc() {
    let tree = client_tests::cargo()
        .args([
            "tree",
            "--offline",
            "-p",
            "stripe-sessions",
            "-e",
            "normal",
            "--prefix",
            "none",
        ])
        .current_dir(workspace())
        .output()
        .unwrap();
    let tree = String::from_utf8(tree.stdout).unwrap();
    assert!(tree.contains("ring v"), "{tree}");
    assert!(!tree.contains("aws-lc"), "{tree}");
}

/// Compares the dependencies that the README names with what its example uses.
#[test]
fn the_readme_example_needs_one_line_and_no_feature() {
    let readme = text("README.md");
    let block = |start: &str| readme.split(start).nth(1)?.split("```").next();
    let manifest = block("```toml\n").unwrap();
    let ours: Vec<_> = manifest.lines().filter(|line| line.contains("stripe")).collect();
    assert_eq!(ours.len(), 1, "{manifest}");
    assert!(!ours[0].contains("feature"), "{manifest}");
    // The only other dependency is the asynchronous runtime of the program.
    let others = manifest.lines().filter(|line| line.contains(" = ")).skip(1);
    assert!(others.clone().all(|line| line.starts_with("tokio ")), "{manifest}");
    let example = block("```rust\n").unwrap();
    let uses = example.lines().filter_map(|line| line.trim().strip_prefix("use "));
    assert!(uses.clone().count() >= 2);
    assert!(uses.clone().all(|path| path.starts_with("stripe_sessions::")), "{example}");
}

#[test]
fn every_feature_is_described() {
    let manifest = text("generated/Cargo.toml");
    let features =
        manifest.split("[features]").nth(1).unwrap().split("\n[").next().unwrap();
    let features = features.lines().filter_map(|line| line.split_once(" = "));
    let book = text("generated/README.md");
    let rows: Vec<_> = book.lines().filter(|line| line.starts_with('|')).collect();
    let mut count = 0;
    for (feature, _) in features.filter(|(feature, _)| *feature != "default") {
        let described = rows.iter().any(|row| {
            row.split('|')
                .nth(1)
                .is_some_and(|cell| cell.contains(&format!("`{feature}`")))
        });
        assert!(described, "{feature}");
        count += 1;
    }
    assert!(count >= 10, "{count} features");
}

#[test]
fn no_two_types_of_a_module_have_one_name() {
    let mut seen: BTreeMap<(PathBuf, String), PathBuf> = BTreeMap::new();
    for file in emitted() {
        let module = file.parent().unwrap_or(Path::new("")).to_owned();
        let source = fs::read_to_string(&file).unwrap();
        for line in source.lines() {
            let name =
                line.strip_prefix("pub struct ").or(line.strip_prefix("pub enum "));
            let Some(name) = name else { continue };
            let name = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            let other = seen.insert((module.clone(), name.to_owned()), file.clone());
            assert!(other.is_none(), "{name} is in {other:?} and in {}", file.display());
        }
        // Glob imports could hide local names.
        let globs = source
            .lines()
            .filter(|line| line.starts_with("pub use "))
            .filter(|line| line.contains('*'));
        let allowed = |line: &&str| {
            file.ends_with("src/lib.rs") && *line == "pub use self::runtime::*;"
                || file.ends_with("src/blocking.rs")
                    && *line == "pub use crate::runtime::blocking::*;"
        };
        assert!(globs.clone().all(|line| allowed(&line)), "{}", file.display());
    }
    assert!(seen.len() > 300, "{} types", seen.len());
}

/// A schema has one type wherever it occurs, and each of its properties one name.
#[test]
fn each_schema_has_one_definition() {
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    // The bounds of a range are not properties of a schema.
    let bound =
        |line: &inventory::Line| line.rust.starts_with("stripe_sessions::RangeFilter::");
    for line in inventory::lines().into_iter().filter(|line| !bound(line)) {
        seen.entry(line.pointer).or_default().insert(line.rust);
    }
    assert!(seen.len() > 1000, "{} places", seen.len());
    let twice: Vec<_> = seen.iter().filter(|(_, rust)| rust.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

/// A field can be cleared exactly where the document allows it.
#[test]
fn only_what_can_be_cleared_has_a_method_for_it() {
    let lines = inventory::lines();
    let clearable = lines.iter().filter(|line| line.clearable);
    let documented: BTreeSet<String> = clearable
        .map(|line| {
            let (parent, setter) = line.rust.rsplit_once("::").unwrap();
            let setter = setter.trim_start_matches("r#").trim_end_matches('_');
            format!("{parent}::clear_{setter}")
        })
        .collect();
    let mut emitted_ones = BTreeSet::new();
    for file in emitted() {
        let source = fs::read_to_string(&file).unwrap();
        let folder =
            file.parent().unwrap().strip_prefix(workspace().join("generated/src"));
        let module: Vec<_> =
            folder.unwrap().iter().map(|step| step.to_str().unwrap()).collect();
        let mut owner = "";
        for line in source.lines() {
            if let Some(name) = line.strip_prefix("impl ") {
                owner = name.split([' ', '<']).next().unwrap_or("");
            }
            if let Some(name) = line.trim_start().strip_prefix("pub fn clear_") {
                let name = name.split('(').next().unwrap_or("");
                let path = format!(
                    "stripe_sessions::{}::{owner}::clear_{name}",
                    module.join("::")
                );
                emitted_ones.insert(path);
            }
        }
    }
    assert_eq!(emitted_ones, documented);
    assert!(documented.len() > 30, "{} are clearable", documented.len());
}

#[test]
fn the_crate_stays_small() {
    let lines: usize = emitted()
        .iter()
        .map(|file| fs::read_to_string(file).unwrap().lines().count())
        .sum();
    assert!(lines < MOST_LINES, "{lines} lines are emitted");
    assert!(lines > MOST_LINES / 3, "{lines} lines: the limit says nothing any more");
}
