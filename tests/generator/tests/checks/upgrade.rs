//! Takes projects to another version of the API: an invented one, and the crate itself from the
//! version before.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use generator_tests::golden;
use generator_tests::official::{CLOVER, DAHLIA};
use generator_tests::project::{Project, expect, same};
use generator_tests::report::{Trial, needing, test};
use toml::Table;

type Outcome = Result<(), String>;

/// The files of the invented project that an upgrade changes, outside of its crate.
const CHANGED: [&str; 4] = ["CHANGELOG.md", "api.yaml", "names.lock", "scope.toml"];

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("an_invented_project", invented),
        test("a_failure_changes_nothing", fails_whole),
        test("a_fault_is_listed_after_repairs_that_do_not_fit", lists_all),
        test("options_without_effect_are_refused", refuses_options),
        needing("clover_to_dahlia", CLOVER.document().and(DAHLIA.document()), |_| {
            official()
        }),
    ]
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("upgrade")
}

/// Copies the invented project, and generates its crate.
fn project() -> Result<Project, String> {
    let project = Project::copy(crate::GENERATOR, &root())?;
    project.succeed(&["slice", "--from", "old.yaml", "--to", "api.yaml"])?;
    let lock = project.read("names.lock")?;
    project.succeed(&["generate"])?;
    ensure(lock == project.read("names.lock")?, "the lock is not complete")?;
    Ok(project)
}

fn ensure(condition: bool, otherwise: impl Into<String>) -> Outcome {
    if condition { Ok(()) } else { Err(otherwise.into()) }
}

fn invented() -> Outcome {
    let project = project()?;
    let before = project.tree()?;
    let upgrade = ["upgrade", "--from", "new.yaml"];
    let dry_run = [&upgrade[..], &["--dry-run"]].concat();
    let planned = expect(&project.run(&dry_run)?, 1)?;
    same(&project.tree()?, &before)?;
    let report = expect(&project.run(&upgrade)?, 1)?;
    ensure(planned == report, "a dry run prints another report")?;
    golden::compare(&root().join("upgraded/report.txt"), &report)?;
    for file in CHANGED {
        golden::compare(&root().join("upgraded").join(file), &project.read(file)?)?;
    }

    // The crate is that of the overlays without the listed actions.
    for file in ["docs.overlay.yaml", "fixups.overlay.yaml"] {
        project.write(file, &project.read(&format!("corrected/{file}"))?)?;
    }
    project.succeed(&["check"])?;
    let upgraded = project.tree()?;
    let again = project.succeed(&upgrade)?;
    golden::compare(&root().join("upgraded/again.txt"), &again)?;
    same(&project.tree()?, &upgraded)
}

fn fails_whole() -> Outcome {
    let project = project()?;
    let scope = project.read("scope.toml")?;
    let changelog = "changelog = \"CHANGELOG.md\"";
    ensure(scope.contains(changelog), "the scope has another changelog")?;
    let before = project.tree()?;
    // A document without what the scope selects, and one that is not there.
    for from in ["scope.toml", "gone.yaml"] {
        expect(&project.run(&["upgrade", "--from", from])?, 2)?;
        same(&project.tree()?, &before)?;
    }
    // The last file is in a folder that is a file when all others are in place.
    let inputs = scope
        .replace("lock = \"names.lock\"", "lock = \"new\"")
        .replace(changelog, "changelog = \"new/x\"");
    project.write("scope.toml", &inputs)?;
    let before = project.tree()?;
    let output = project.run(&["upgrade", "--from", "new.yaml"])?;
    expect(&output, 2)?;
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure(message.contains("cannot read or write"), message)?;
    same(&project.tree()?, &before)
}

fn lists_all() -> Outcome {
    let project = project()?;
    let text = project.read("new.yaml")?;
    let form = "made: {type: integer, format: unix-time}";
    ensure(text.contains(form), "the document has another form")?;
    project.write("broken.yaml", &text.replace(form, "made: {type: banana}"))?;
    let before = project.tree()?;
    let output = project.run(&["upgrade", "--from", "broken.yaml"])?;
    expect(&output, 2)?;
    let found = String::from_utf8_lossy(&output.stderr).into_owned();
    let repair = found.find("(#/actions/0/target)");
    let fault = found.find("banana");
    ensure(repair.is_some() && repair < fault, found)?;
    same(&project.tree()?, &before)
}

fn refuses_options() -> Outcome {
    let project = project()?;
    for option in ["--spec", "--overlay", "--out", "--select", "--name"] {
        let arguments = ["upgrade", "--from", "new.yaml", option, "x"];
        let output = project.run(&arguments)?;
        expect(&output, 2)?;
        let message = format!("the option `{option}` cannot be used with `upgrade`");
        let found = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure(found.contains(&message), found)?;
    }
    Ok(())
}

/// Takes the crate from the version before to the present one. All files end as they are
/// committed, but for the entry of the changelog, and the position of new lines in the lock.
fn official() -> Outcome {
    let project = Project::of_workspace(crate::GENERATOR)?;
    let committed = project.tree()?;
    take_back(&project)?;
    let from = DAHLIA.document()?;
    let report = project.succeed(&["upgrade", "--from", &from.to_string_lossy()])?;
    ensure(report.contains("items without a description: none"), report)?;
    let mut upgraded = project.tree()?;
    let entries =
        upgraded.insert("CHANGELOG.md".to_owned(), committed["CHANGELOG.md"].clone());
    let (title, others) =
        committed["CHANGELOG.md"].split_once("## ").unwrap_or_default();
    let entries = entries.unwrap_or_default();
    ensure(
        entries.starts_with(&format!("{title}## "))
            && entries.ends_with(&format!("\n## {others}")),
        "the changelog has lost entries",
    )?;
    let lock = upgraded
        .insert("spec/names.lock".to_owned(), committed["spec/names.lock"].clone());
    let lines = |lock: &str| lock.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    ensure(
        lines(&lock.unwrap_or_default()) == lines(&committed["spec/names.lock"]),
        "the lock has other lines",
    )?;
    same(&upgraded, &committed)
}

/// Takes a copy of the repository to the version before: its slice, a crate for it, the version of
/// the crate, and the lock without the names that came since.
fn take_back(project: &Project) -> Outcome {
    let clover = CLOVER.document()?;
    let slice = "spec/stripe.openapi.yaml";
    project.succeed(&["slice", "--from", &clover.to_string_lossy(), "--to", slice])?;
    let scope = project.read("spec/scope.toml")?;
    let mut table: Table = scope.parse().map_err(|error| format!("{error}"))?;
    let version = table["crate"]["version"].as_str().unwrap_or_default().to_owned();
    let before = format!("version = \"{}\"", earlier(&version)?);
    project.write(
        "spec/scope.toml",
        &scope.replace(&format!("version = \"{version}\""), &before),
    )?;

    // The pages and descriptions are those of the present version.
    if let Some(inputs) = table["inputs"].as_table_mut() {
        inputs.remove("book");
        inputs.insert("lock".to_owned(), "old.lock".into());
    }
    project.write("spec/old.toml", &table.to_string())?;
    project.succeed(&["generate", "--scope", "spec/old.toml", "--no-overlays"])?;
    let known = project.read("spec/old.lock")?;
    let key = |line: &str| line.split(" = ").next().map(str::to_owned);
    let known: BTreeSet<_> = known.lines().map(key).collect();
    let lock = project.read("spec/names.lock")?;
    let kept = lock.lines().filter(|line| known.contains(&key(line)));
    let kept: String = kept.map(|line| format!("{line}\n")).collect();
    ensure(kept.len() < lock.len(), "no name came since")?;
    project.write("spec/names.lock", &kept)?;
    for file in ["spec/old.toml", "spec/old.lock"] {
        fs::remove_file(project.path().join(file)).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Returns a version that a breaking change takes to `version`.
fn earlier(version: &str) -> Result<String, String> {
    let minor = version.strip_prefix("0.").and_then(|rest| rest.strip_suffix(".0"));
    let minor: Option<u64> = minor.and_then(|minor| minor.parse().ok());
    let before = minor.and_then(|minor| minor.checked_sub(1));
    let before = before.ok_or(format!("no breaking change leads to {version}"))?;
    Ok(format!("0.{before}.7"))
}
