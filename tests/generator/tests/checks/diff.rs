//! Compares two versions of a document: for each kind of change a small one, in all forms of the
//! result, and two official ones with the scope of the crate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use generator_tests::cases::scope_of;
use generator_tests::official::{BASIL, CLOVER, DAHLIA, Version};
use generator_tests::report::{Trial, needing, test};
use generator_tests::{binary, golden, workspace};
use serde_json::Value;

type Outcome = Result<(), String>;

/// The forms of the result, and the endings of their files.
const FORMATS: [(&str, &str); 3] =
    [("text", "txt"), ("json", "json"), ("markdown", "md")];

pub(crate) fn trials() -> Vec<Trial> {
    let slice = workspace().join("spec/stripe.openapi.yaml");
    let mut trials = cases();
    trials.extend([
        needing("clover_to_dahlia", CLOVER.document().and(DAHLIA.document()), |_| {
            official(CLOVER, DAHLIA, "clover_to_dahlia")
        }),
        needing("basil_to_clover", BASIL.document().and(CLOVER.document()), |_| {
            official(BASIL, CLOVER, "basil_to_clover")
        }),
        test("breaking_changes_can_fail", fails_on_breaking),
        test("options_without_effect_are_refused", refuses_options),
        test("nothing_changes_in_a_shuffled_slice", move || shuffled(&slice)),
        needing("nothing_changes_in_a_shuffled_document", DAHLIA.document(), shuffled),
    ]);
    trials
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("diff")
}

fn cases() -> Vec<Trial> {
    let entries = fs::read_dir(root()).into_iter().flatten().flatten();
    let folders = entries.map(|entry| entry.path()).filter(|path| path.is_dir());
    let mut folders: Vec<PathBuf> = folders.collect();
    folders.sort();
    let trial = |folder: PathBuf| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        test(&name, move || compare(&folder))
    };
    folders.into_iter().map(trial).collect()
}

/// Compares the documents of a case in a copy of its folder, so that messages have short names.
fn compare(folder: &Path) -> Outcome {
    let copy = copy(folder)?;
    for (format, ending) in FORMATS {
        let arguments = ["diff", "--scope", "scope.toml", "old.yaml", "new.yaml"];
        let output = binary::run(
            crate::GENERATOR,
            copy.path(),
            &[&arguments[..], &["--format", format]].concat(),
        )?;
        succeeded(&output)?;
        golden::compare(
            &folder.join(format!("changes.{ending}")),
            &text(&output.stdout),
        )?;
        let remarks = folder.join("remarks.txt");
        if remarks.exists() || !output.stderr.is_empty() {
            golden::compare(&remarks, &text(&output.stderr))?;
        }
    }
    Ok(())
}

fn copy(folder: &Path) -> Result<tempfile::TempDir, String> {
    let copy = tempfile::tempdir().map_err(|error| error.to_string())?;
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let to = copy.path().join(entry.file_name());
        fs::copy(entry.path(), to).map_err(|error| error.to_string())?;
    }
    let scope = scope_of(&root(), folder)?;
    let to = copy.path().join("scope.toml");
    fs::write(to, scope.to_string()).map_err(|error| error.to_string())?;
    Ok(copy)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn succeeded(output: &Output) -> Outcome {
    match output.status.success() {
        true => Ok(()),
        false => Err(text(&output.stderr)),
    }
}

/// Compares two documents with the scope of the crate.
fn between(old: &Path, new: &Path, arguments: &[&str]) -> Result<Output, String> {
    let (old, new) = (old.to_string_lossy(), new.to_string_lossy());
    binary::run(
        crate::GENERATOR,
        &workspace(),
        &[&["diff", &old, &new][..], arguments].concat(),
    )
}

fn official(old: Version, new: Version, name: &str) -> Outcome {
    let (old, new) = (old.document()?, new.document()?);
    for (format, ending) in [FORMATS[0], FORMATS[2]] {
        let output = between(&old, &new, &["--format", format])?;
        succeeded(&output)?;
        let golden = root().join(format!("{name}.{ending}"));
        golden::compare(&golden, &text(&output.stdout))?;
    }
    Ok(())
}

fn fails_on_breaking() -> Outcome {
    let table = [("parameters", 1), ("other_component", 1), ("unfit_scope", 0)];
    for (case, code) in table {
        let copy = copy(&root().join(case))?;
        let arguments = [
            "diff",
            "--scope",
            "scope.toml",
            "--fail-on",
            "breaking",
            "old.yaml",
            "new.yaml",
        ];
        let output = binary::run(crate::GENERATOR, copy.path(), &arguments)?;
        if output.status.code() != Some(code) || output.stdout.is_empty() {
            return Err(format!("{case}: {:?}", output.status));
        }
    }
    Ok(())
}

fn refuses_options() -> Outcome {
    let slice = workspace().join("spec/stripe.openapi.yaml");
    for option in ["--spec", "--out"] {
        let output = between(&slice, &slice, &[option, "x"])?;
        let message = format!("the option `{option}` cannot be used with `diff`");
        if output.status.code() != Some(2) || !text(&output.stderr).contains(&message) {
            return Err(format!("{option}: {}", text(&output.stderr)));
        }
    }
    Ok(())
}

/// Compares a document with itself, with the keys of all objects in the opposite order.
fn shuffled(document: &Path) -> Outcome {
    let text_of = fs::read_to_string(document).map_err(|error| error.to_string())?;
    let mut value: Value =
        serde_yaml::from_str(&text_of).map_err(|error| error.to_string())?;
    reverse(&mut value);
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let other = folder.path().join("shuffled.json");
    fs::write(&other, value.to_string()).map_err(|error| error.to_string())?;
    for (old, new) in [(document, &*other), (&*other, document)] {
        let output = between(old, new, &["--format", "json"])?;
        succeeded(&output)?;
        let report: Value =
            serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
        let nothing = report["changes"].as_array().is_some_and(Vec::is_empty);
        if !nothing || report["step"] != "none" {
            return Err(report["changes"].to_string());
        }
    }
    Ok(())
}

fn reverse(value: &mut Value) {
    match value {
        Value::Object(object) => {
            let members: Vec<_> = std::mem::take(object).into_iter().rev().collect();
            object.extend(members);
            object.values_mut().for_each(reverse);
        }
        Value::Array(array) => array.iter_mut().for_each(reverse),
        _ => {}
    }
}
