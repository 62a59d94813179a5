//! Checks the diagnostics for invalid input, and that the generator then writes nothing.
//!
//! Each folder in `bad/` is a case. Its files are added to those of `bad/_base`, which
//! alone are valid input, and the generator runs among them. A case may contain:
//!
//! - `arguments`: the command line, one argument a line; empty if absent;
//! - `stderr`: the expected output.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use generator_tests::report::{Trial, test};
use generator_tests::{binary, golden};

type Outcome = Result<(), String>;

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = vec![
        test("good_input", good_input),
        test("unknown_option", || usage(&["--speck", "api.yaml"])),
        test("unknown_command", || usage(&["generait"])),
        test("slice_without_document", || usage(&["slice"])),
        test("slice_with_overlay", || {
            usage(&["slice", "--from", "api.yaml", "--overlay", "overlay.yaml"])
        }),
        test("overlay_and_no_overlays", || {
            usage(&["--overlay", "a.yaml", "--no-overlays"])
        }),
    ];
    trials.extend(cases());
    trials
}

fn bad() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bad")
}

fn cases() -> Vec<Trial> {
    let entries = fs::read_dir(bad()).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('_'))
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let folder = bad().join(&name);
            test(&name, move || case(&folder))
        })
        .collect()
}

fn case(folder: &Path) -> Outcome {
    let arguments = fs::read_to_string(folder.join("arguments")).unwrap_or_default();
    let (output, changed) = run(Some(folder), &arguments.lines().collect::<Vec<_>>())?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure(
        output.status.code() == Some(2),
        &format!("exit code {}\n{told}", output.status),
    )?;
    ensure(output.stdout.is_empty(), "something stands on stdout")?;
    ensure(!changed, "something was written")?;
    golden::compare(&folder.join("stderr"), &told)
}

fn good_input() -> Outcome {
    let (output, changed) = run(None, &[])?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure(output.status.success(), &told)?;
    ensure(changed, "nothing was written")
}

/// The library that parses the command line words these messages.
fn usage(arguments: &[&str]) -> Outcome {
    let (output, changed) = run(None, arguments)?;
    ensure(output.status.code() == Some(2), &output.status.to_string())?;
    ensure(output.stdout.is_empty() && !output.stderr.is_empty(), "wrong stream")?;
    ensure(!changed, "something was written")
}

/// Runs the generator on a copy of the base and of a case. Also returns whether files
/// changed.
fn run(case: Option<&Path>, arguments: &[&str]) -> Result<(Output, bool), String> {
    let problem = |error: std::io::Error| error.to_string();
    let folder = tempfile::tempdir().map_err(problem)?;
    copy(&bad().join("_base"), folder.path()).map_err(problem)?;
    if let Some(case) = case {
        copy(case, folder.path()).map_err(problem)?;
    }
    let before = tree(folder.path()).map_err(problem)?;
    let mut line = arguments.to_vec();
    if !line.contains(&"--scope") {
        line.splice(0..0, ["--scope", "scope.toml"]);
    }
    let output = binary::run(crate::GENERATOR, folder.path(), &line)?;
    let after = tree(folder.path()).map_err(problem)?;
    Ok((output, before != after))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            fs::write(target, fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

/// Returns everything in a folder, with the contents of files.
fn tree(folder: &Path) -> std::io::Result<BTreeMap<PathBuf, Option<Vec<u8>>>> {
    let mut tree = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                open.push(entry?.path());
            }
            tree.insert(path, None);
        } else {
            let bytes = fs::read(&path)?;
            tree.insert(path, Some(bytes));
        }
    }
    Ok(tree)
}

fn ensure(condition: bool, otherwise: &str) -> Outcome {
    if condition { Ok(()) } else { Err(otherwise.to_owned()) }
}
