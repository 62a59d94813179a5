//! Adds resources to projects: to an invented one, and to the crate itself as CONTRIBUTING.md
//! describes it.

use std::fs;
use std::path::{Path, PathBuf};

use generator_tests::official::DAHLIA;
use generator_tests::project::{Project, expect, same};
use generator_tests::report::{Trial, needing, test};
use generator_tests::{crates, golden, workspace};

type Outcome = Result<(), String>;

/// The command that cuts the slice of the invented project anew.
const REFRESH: [&str; 3] = ["generate", "--spec", "official.yaml"];

/// Paths of resources that fields of the crate refer to by their ids.
const REFERRED: [&str; 5] = [
    "/v1/prices",
    "/v1/customers",
    "/v1/subscriptions",
    "/v1/invoices",
    "/v1/payment_intents",
];

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("names_are_proposed_before_they_enter_the_lock", proposes),
        test("proposed_names_can_be_accepted", accepts),
        test("a_resource_that_leaves_the_scope_is_announced", removes),
        test("a_type_that_changes_is_announced", announces),
        test("an_old_crate_that_is_impossible_is_no_obstacle", compares_what_it_can),
        test("a_failure_changes_nothing", fails_whole),
        test("another_crate_leaves_the_slice", leaves_slice),
        test("a_document_that_is_no_slice_stays", leaves_document),
        test("a_new_scope_gets_its_slice_and_its_lock", starts),
        needing("referred_resources_break_nothing", DAHLIA.document(), breaks_nothing),
        needing("the_page", DAHLIA.document(), page),
    ]
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("resource")
}

/// Copies the invented project, and generates its crate.
fn project() -> Result<Project, String> {
    let project = Project::copy(crate::GENERATOR, &root())?;
    project.succeed(&["slice", "--from", "official.yaml", "--to", "api.yaml"])?;
    let lock = project.read("names.lock")?;
    project.succeed(&["generate"])?;
    ensure(lock == project.read("names.lock")?, "the lock is not complete")?;
    Ok(project)
}

/// Adds a path to the scope of the invented project.
fn add_path(project: &Project) -> Outcome {
    let path = "    \"/v1/lamps\",\n";
    project.edit("scope.toml", path, &format!("{path}    \"/v1/bulbs\",\n"))
}

/// Runs the generator and compares what it printed with a golden file. Returns what it printed to
/// standard error.
fn run(
    project: &Project,
    arguments: &[&str],
    code: i32,
    file: &str,
) -> Result<String, String> {
    let output = project.run(arguments)?;
    let found = expect(&output, code)?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let told = told.lines().filter(|line| !line.starts_with("finished in"));
    let told: String = told.map(|line| format!("{line}\n")).collect();
    golden::compare(&root().join("printed").join(file), &format!("{found}---\n{told}"))?;
    Ok(told)
}

/// Returns the rows in what a command printed.
fn rows(told: &str) -> String {
    let is_row = |line: &&str| {
        let starts = ["[[modules]]", "pattern = ", "module = ", "name = "];
        starts.iter().any(|start| line.starts_with(start))
    };
    told.lines().filter(is_row).map(|line| format!("{line}\n")).collect()
}

fn proposes() -> Outcome {
    let project = project()?;
    add_path(&project)?;
    let before = project.tree()?;
    let told = run(&project, &REFRESH, 1, "refused.txt")?;
    same(&project.tree()?, &before)?;
    let scope = project.read("scope.toml")?;
    project.write("scope.toml", &format!("{scope}\n{}", rows(&told)))?;
    run(&project, &REFRESH, 0, "with_rows.txt")?;
    golden::compare(&root().join("printed/names.lock"), &project.read("names.lock")?)?;
    let after = project.tree()?;
    ensure(!after["api.yaml"].contains("What shines"), "the slice has prose")?;
    project.succeed(&["check"])?;
    for again in [&REFRESH[..], &["generate"]] {
        project.succeed(again)?;
        same(&project.tree()?, &after)?;
    }
    Ok(())
}

fn accepts() -> Outcome {
    let project = project()?;
    add_path(&project)?;
    let accept = [&REFRESH[..], &["--accept-names"]].concat();
    let told = run(&project, &accept, 0, "accepted.txt")?;
    ensure(rows(&told).contains("bulb"), "no row is proposed")?;
    let lock = fs::read_to_string(root().join("printed/names.lock"));
    let lock = lock.map_err(|error| error.to_string())?;
    ensure(
        project.read("names.lock")? == lock,
        "the names differ from the proposed ones",
    )
}

fn removes() -> Outcome {
    let project = project()?;
    let scope = project.read("scope.toml")?;
    let before = project.tree()?;
    add_path(&project)?;
    project.succeed(&[&REFRESH[..], &["--accept-names"]].concat())?;
    let lock = project.read("names.lock")?;
    project.write("scope.toml", &scope)?;
    run(&project, &["generate"], 0, "removed.txt")?;
    ensure(project.read("names.lock")? == lock, "the lock has lost names")?;
    let mut after = project.tree()?;
    after.insert("names.lock".to_owned(), before["names.lock"].clone());
    same(&after, &before)
}

fn announces() -> Outcome {
    let project = project()?;
    let state = "state: {type: string, enum: [\"on\", \"off\"]}";
    project.edit("official.yaml", state, "state: {type: boolean}")?;
    run(&project, &REFRESH, 0, "changed.txt").map(drop)
}

/// The names of the crate before conflict with a line of the lock, and those of the new one do not.
fn compares_what_it_can() -> Outcome {
    let project = project()?;
    let state = ", enum: [\"on\", \"off\"]";
    project.edit("official.yaml", state, "")?;
    project.edit("names.lock", "lamps::LampState", "lamps::Lamp")?;
    let output = project.run(&REFRESH)?;
    expect(&output, 0)?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let note = "note: the crate for the old slice cannot be compared";
    ensure(told.contains(note) && told.contains("duplicate type name"), told)
}

fn fails_whole() -> Outcome {
    let project = project()?;
    add_path(&project)?;
    // When all other files are in place, the lock is in a folder that is a file.
    project.edit("scope.toml", "document = \"api.yaml\"", "document = \"new\"")?;
    project.edit("scope.toml", "lock = \"names.lock\"", "lock = \"new/names.lock\"")?;
    let before = project.tree()?;
    let output = project.run(&REFRESH)?;
    expect(&output, 2)?;
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure(message.contains("cannot read or write"), message)?;
    same(&project.tree()?, &before)
}

fn leaves_slice() -> Outcome {
    let project = project()?;
    add_path(&project)?;
    let before = project.tree()?;
    project.succeed(&[&REFRESH[..], &["--out", "other"]].concat())?;
    let mut after = project.tree()?;
    ensure(after.contains_key("other/src/bulbs/bulb.rs"), "there is no other crate")?;
    after.retain(|path, _| !path.starts_with("other/"));
    same(&after, &before)
}

fn leaves_document() -> Outcome {
    let project = project()?;
    let document = project.read("official.yaml")?;
    project.write("api.yaml", &document)?;
    project.write("other.yaml", &document.replace("state", "mood"))?;
    let lock = "lamp:mood = lamps::LampMood\n";
    project.edit("names.lock", "lamp:state = lamps::LampState\n", lock)?;
    project.succeed(&["generate", "--spec", "other.yaml"])?;
    ensure(project.read("api.yaml")? == document, "the document was replaced")?;
    let lamp = project.read("my-lamps/src/lamps/lamp.rs")?;
    ensure(lamp.contains("mood"), "the crate is that of the scope's document")
}

fn starts() -> Outcome {
    let project = project()?;
    add_path(&project)?;
    for file in ["api.yaml", "names.lock"] {
        fs::remove_file(project.path().join(file)).map_err(|error| error.to_string())?;
    }
    run(&project, &REFRESH, 0, "started.txt")?;
    project.succeed(&["check"]).map(drop)
}

/// Adds resources that fields of the crate refer to, one after the other: none changes an item.
fn breaks_nothing(official: &Path) -> Outcome {
    let project = Project::of_workspace(crate::GENERATOR)?;
    let official = official.to_string_lossy();
    let command = ["generate", "--accept-names", "--spec", &*official];
    for path in REFERRED {
        project.edit(
            "spec/scope.toml",
            "paths = [",
            &format!("paths = [\"{path}\","),
        )?;
        let told = project.succeed(&command)?;
        ensure(told.contains("\nchanges: 0 breaking"), format!("{path}: {told}"))?;
    }
    Ok(())
}

/// A block of code on a page: its language, and its lines.
type Block = (String, Vec<String>);

/// Returns the blocks of code below a heading.
fn blocks(page: &str, heading: &str) -> Vec<Block> {
    let lines = page.lines().skip_while(|line| *line != heading).skip(1);
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_inside = false;
    for line in lines.take_while(|line| !line.starts_with("## ")) {
        match line.strip_prefix("```") {
            Some(language) if !is_inside => {
                blocks.push((language.to_owned(), Vec::new()));
            }
            None if is_inside => {
                blocks.iter_mut().last().into_iter().for_each(|(_, lines)| {
                    lines.push(line.to_owned());
                });
            }
            _ => {}
        }
        is_inside ^= line.starts_with("```");
    }
    blocks
}

/// Adds the lines that a difference shows after the line before them.
fn apply(project: &Project, difference: &[String]) -> Outcome {
    let (before, added) = difference.split_first().ok_or("a difference is empty")?;
    let before =
        before.strip_prefix(' ').ok_or("a difference starts with a new line")?;
    let added: Option<Vec<&str>> =
        added.iter().map(|line| line.strip_prefix('+')).collect();
    let added = added.ok_or("a difference does not end with new lines")?;
    let (before, added) = (format!("\n{before}\n"), added.join("\n"));
    project.edit("spec/scope.toml", &before, &format!("{before}{added}\n"))
}

/// Does what the page about resources says, with a copy of the repository.
fn page(official: &Path) -> Outcome {
    let page = fs::read_to_string(workspace().join("CONTRIBUTING.md"));
    let page = page.map_err(|error| error.to_string())?;
    ensure(page.contains(DAHLIA.mock()), "the page names another document")?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let project = Project::of_workspace_in(crate::GENERATOR, folder)?;
    let document = project.path().join("spec3.json");
    fs::copy(official, document).map_err(|error| error.to_string())?;
    let mut commands = Vec::new();
    let mut code = String::new();
    for (language, lines) in blocks(&page, "## Add a resource") {
        match language.as_str() {
            "diff" => apply(&project, &lines)?,
            "sh" => commands.extend(lines),
            "rust" => code += &lines.join("\n"),
            other => return Err(format!("a block of the language `{other}`")),
        }
    }
    let generator = "cargo run -p generator -- ";
    let commands = commands.iter().filter_map(|line| line.strip_prefix(generator));
    let commands: Vec<Vec<&str>> =
        commands.map(|line| line.split(' ').collect()).collect();
    let [generate, accept, check] = commands.as_slice() else {
        return Err(format!("other commands: {commands:?}"));
    };

    let before = project.tree()?;
    let output = project.run(generate)?;
    expect(&output, 1)?;
    same(&project.tree()?, &before)?;
    let rows = rows(&String::from_utf8_lossy(&output.stderr));
    let scope = project.read("spec/scope.toml")?;
    project.succeed(accept)?;
    let accepted = project.tree()?;
    let reported = expect(&project.run(check)?, 1)?;
    ensure(reported.contains("has no description"), reported)?;

    // With the proposed rows, the crate is the same.
    for (path, text) in &before {
        project.write(path, text)?;
    }
    project.write("spec/scope.toml", &format!("{scope}\n{rows}"))?;
    let told = project.succeed(generate)?;
    ensure(told.contains("\nchanges: 0 breaking"), told)?;
    project.succeed(&["check"])?;
    project.write("spec/scope.toml", &scope)?;
    same(&project.tree()?, &accepted)?;
    compile(&project, &code)
}

/// Compiles code of the page with the crate, in a package that surrounds it.
fn compile(project: &Project, code: &str) -> Outcome {
    let manifest = "[workspace]\n[package]\nname = \"page\"\nedition = \"2024\"\n\
        [dependencies.stripe-sessions]\npath = \"generated\"\ndefault-features = false\n";
    let program = format!(
        "use stripe_sessions::customers::params::CreateCustomer;\n\
         pub async fn page(client: &stripe_sessions::Client) -> Result<(), stripe_sessions::Error> {{\n\
         {code}\nOk(())\n}}\n"
    );
    project.write("Cargo.toml", manifest)?;
    let source = project.path().join("src");
    fs::create_dir(&source).map_err(|error| error.to_string())?;
    project.write("src/lib.rs", &program)?;
    crates::cargo(&project.path(), &["check", "-q"])
}

fn ensure(condition: bool, otherwise: impl Into<String>) -> Outcome {
    if condition { Ok(()) } else { Err(otherwise.into()) }
}
