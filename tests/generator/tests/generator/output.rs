//! Checks the output: the same bytes on every run and in every folder, no changes to
//! files of others, and a crate that is complete in itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use generator::input::Options;
use generator::pipeline;
use generator_tests::{binary, crates, workspace};
use tempfile::TempDir;

/// An emitted file of the crate.
const EMITTED: &str = "src/version.rs";

/// Returns a copy of the inputs and the crate, independent of the workspace.
fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for part in ["spec", "generated"] {
        for (path, bytes) in tree(&workspace().join(part)) {
            let to = folder.path().join(part).join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
    }
    for legal in ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"] {
        fs::copy(workspace().join(legal), folder.path().join(legal)).unwrap();
    }
    folder
}

fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut tree = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let below = path.strip_prefix(folder).unwrap().to_owned();
            tree.insert(below, fs::read(path).unwrap());
        }
    }
    tree
}

/// Runs the generator. Returns its exit code and its standard output.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = binary::run(crate::GENERATOR, folder, arguments).unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

/// Runs the generator. Returns its exit code and its standard error.
fn errors(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = binary::run(crate::GENERATOR, folder, arguments).unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn the_committed_crate_is_what_the_inputs_make() {
    for folder in ["", "tests/generator/src"] {
        let (code, report) = run(&workspace().join(folder), &["check"]);
        assert_eq!((code, report.as_str()), (Some(0), ""), "in {folder:?}");
    }
}

/// Below the line that names its source, a copied file is unchanged.
#[test]
fn copies_name_their_originals() {
    let folders = [
        ("templates/src/runtime", "generated/src/runtime"),
        ("spec/book/items", "generated/src/runtime/docs"),
        ("spec/examples", "generated/examples"),
    ];
    for (originals, copies) in folders {
        let mut copies = tree(&workspace().join(copies));
        let mut all = tree(&workspace().join(originals));
        // The book has these for this crate.
        copies.retain(|path, _| !path.starts_with("docs"));
        all.retain(|path, _| !path.starts_with("docs"));
        assert_eq!(copies.len(), all.len(), "{originals}");
        for (path, original) in all {
            let copy = String::from_utf8(copies[&path].clone()).unwrap();
            let (note, rest) = copy.split_once("\n\n").unwrap();
            let name = format!("a copy of {originals}/{}.", path.display());
            assert!(note.contains(&name) && !note.contains('\n'), "{note}");
            assert!(rest.as_bytes() == original, "{name}");
        }
    }
}

#[test]
fn a_difference_is_shown_with_the_command_that_removes_it() {
    let copy = copy();
    let (root, file) = (copy.path(), copy.path().join("generated").join(EMITTED));
    let good = fs::read_to_string(&file).unwrap();
    fs::write(&file, good.replace("pub const API_VERSION", "const API_VERSION"))
        .unwrap();
    fs::remove_file(root.join("generated/rustfmt.toml")).unwrap();
    let before = tree(root);
    let (code, report) = run(root, &["check"]);
    assert_eq!(code, Some(1));
    for line in ["-const API_VERSION", "+pub const API_VERSION", "+++ regenerated"] {
        assert!(report.contains(line), "{report}");
    }
    assert!(
        report.contains("--- src/version.rs") && report.contains("--- rustfmt.toml")
    );
    let differs = "differs: src/version.rs (edit generator/src/output/crate_root.rs)\n";
    assert!(report.contains(differs), "{report}");
    assert!(report.contains("missing: rustfmt.toml\n"), "{report}");
    assert!(report.ends_with("run `cargo run -p generator` to regenerate the crate\n"));
    assert!(tree(root) == before, "`check` wrote something");
    let (code, report) = run(root, &[]);
    assert_eq!(
        (code, report.as_str()),
        (Some(0), "wrote rustfmt.toml\nwrote src/version.rs\n")
    );
    assert_eq!(run(root, &["check"]), (Some(0), String::new()));
}

#[test]
fn an_operation_that_is_not_supported_is_told() {
    let api = workspace().join("tests/generator/golden/unsupported/api.yaml");
    let out = tempfile::tempdir().unwrap();
    let options = ["--select", "all", "--spec", api.to_str().unwrap()];
    let told = [
        ("PUT /v1/huts", "the method"),
        ("GET /v1/huts/bytes", "a response of `application/xml`"),
        (
            "POST /v1/huts/bytes",
            "a body of `multipart/form-data` with files inside `scans`",
        ),
        ("GET /v1/huts/elsewhere", "the server `http://elsewhere.example`"),
        ("DELETE /v1/huts/empty", "a response with the status 204"),
        ("POST /v1/huts/json", "a body of `application/json`"),
        ("GET /v1/huts/style", "the style `form` of `ids`"),
        ("POST /v1/huts/style", "the required parameter `X-Hut` in `header`"),
    ];
    let out = ["--out", out.path().to_str().unwrap()];
    let (code, errors) = errors(&workspace(), &[&options[..], &out[..]].concat());
    assert_eq!(code, Some(0), "{errors}");
    let front = fs::read_to_string(Path::new(out[1]).join("src/lib.rs")).unwrap();
    let inventory = run(&workspace(), &[&["inventory"], &options[..]].concat()).1;
    for (route, reason) in told {
        let path = route.split(' ').next_back().unwrap().replace('/', "~1");
        let method = route.split(' ').next().unwrap();
        let pointer = format!("/paths/{path}/{}", method.to_lowercase());
        let line = format!("not supported: {route} (#{pointer}): {reason}\n");
        assert!(errors.contains(&line), "{errors}");
        assert!(front.contains(&format!("//! - `{route}`: {reason}\n")), "{front}");
        let line = format!("\"root\":\"{route}\",\"kind\":\"omitted\"");
        assert!(inventory.contains(&line), "{inventory}");
    }
    assert!(front.contains("# Operations that are not supported"));
}

#[test]
fn a_legacy_operation_is_left_out_unless_it_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let api = workspace().join("tests/generator/golden/unsupported/api.yaml");
    fs::copy(api, folder.path().join("api.yaml")).unwrap();
    let scope = workspace().join("tests/generator/golden/scope.toml");
    let scope = fs::read_to_string(scope).unwrap();
    let scope = format!("legacy = [\"GET /v1/huts\"]\n{scope}");
    fs::write(folder.path().join("scope.toml"), scope).unwrap();
    let note = "note: legacy operations are left out: 1; `--legacy` keeps them\n";
    let heading = "# Legacy operations";
    let listed = "//! - `GET /v1/huts`\n";
    for (options, is_left_out) in [(&[][..], true), (&["--legacy"][..], false)] {
        let options = [&["--scope", "scope.toml"], options].concat();
        let (code, errors) = errors(folder.path(), &options);
        assert_eq!(code, Some(0), "{errors}");
        assert_eq!(errors.contains(note), is_left_out, "{errors}");
        let front = fs::read_to_string(folder.path().join("out/src/lib.rs")).unwrap();
        assert_eq!(front.contains(heading) && front.contains(listed), is_left_out);
        let inventory = run(folder.path(), &[&["inventory"], &options[..]].concat()).1;
        let line = "\"root\":\"GET /v1/huts\",\"kind\":\"omitted\"";
        assert_eq!(inventory.contains(line), is_left_out, "{inventory}");
    }
}

#[test]
fn a_name_that_the_lock_lacks_is_a_difference_and_then_added() {
    let copy = copy();
    let lock = copy.path().join("spec/names.lock");
    let whole = fs::read_to_string(&lock).unwrap();
    let (rest, last) = whole.trim_end().rsplit_once('\n').unwrap();
    fs::write(&lock, format!("{rest}\n")).unwrap();
    let (code, report) = run(copy.path(), &["check"]);
    assert_eq!(code, Some(1));
    assert!(report.contains("missing: 1 name in spec/names.lock\n"), "{report}");
    assert_eq!(run(copy.path(), &[]).0, Some(0));
    assert_eq!(fs::read_to_string(&lock).unwrap(), format!("{rest}\n{last}\n"));
}

#[test]
fn the_bytes_are_the_same_in_every_process_and_from_every_folder() {
    let folder = tempfile::tempdir().unwrap();
    let outs = [folder.path().join("a"), folder.path().join("deep/b")];
    let scope = workspace().join("spec/scope.toml");
    let scope = scope.to_str().unwrap();
    let line = ["--scope", scope, "--out"];
    let first = [&line[..], &[outs[0].to_str().unwrap()]].concat();
    assert_eq!(run(&workspace(), &first).0, Some(0));
    assert_eq!(run(folder.path(), &[&line[..], &["deep/b"]].concat()).0, Some(0));
    let (one, other) = (tree(&outs[0]), tree(&outs[1]));
    assert!(one == other && one.len() > 300);
    let mut committed = tree(&workspace().join("generated"));
    // The copied crate is the root of its own workspace; nothing else differs.
    let manifest =
        String::from_utf8(committed[Path::new("Cargo.toml")].clone()).unwrap();
    let alone = format!("{manifest}\n[workspace]\n").into_bytes();
    committed.insert("Cargo.toml".into(), alone);
    assert!(one == committed);
}

/// The tests of the crate read the inventory without the command.
#[test]
fn the_inventory_is_printed() {
    let options = Options {
        scope: Some(workspace().join("spec/scope.toml")),
        ..Options::default()
    };
    let expected = pipeline::inventory(&pipeline::read(&options).unwrap()).unwrap();
    assert!(expected.lines().count() > 1000);
    assert_eq!(run(&workspace(), &["inventory"]), (Some(0), expected));
}

#[test]
fn a_crate_outside_the_workspace_builds() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates/alone");
    let line = ["--out", out.to_str().unwrap()];
    assert_eq!(run(&workspace(), &line).0, Some(0));
    let check = ["check", "--out", out.to_str().unwrap()];
    assert_eq!(run(&workspace(), &check), (Some(0), String::new()));
    crates::cargo(&out, &["check", "--quiet"]).unwrap();
}

#[test]
fn nothing_is_written_twice() {
    let copy = copy();
    let times = || -> Vec<(PathBuf, SystemTime)> {
        let files = tree(copy.path()).into_keys();
        let time = |path: &Path| {
            fs::metadata(copy.path().join(path)).unwrap().modified().unwrap()
        };
        files.map(|path| (path.clone(), time(&path))).collect()
    };
    let before = times();
    let (code, report) = run(copy.path(), &[]);
    assert_eq!((code, report.as_str()), (Some(0), "generated is up to date\n"));
    assert!(before == times());
}

#[test]
fn old_files_go_and_those_of_others_stay() {
    let copy = copy();
    let out = copy.path().join("generated");
    let whole = tree(&out);
    fs::create_dir_all(out.join("src/gone")).unwrap();
    for name in ["src/gone/old.rs", "src/gone/listed_but_missing.rs", "src/mine.rs"] {
        let list = fs::read_to_string(out.join("files.txt")).unwrap();
        if name != "src/mine.rs" {
            fs::write(out.join("files.txt"), format!("{list}{name}\n")).unwrap();
        }
        if !name.contains("missing") {
            fs::write(out.join(name), "").unwrap();
        }
    }
    // A manipulated list of files must not lead outside the folder.
    let outside = copy.path().join("spec/scope.toml");
    let list = fs::read_to_string(out.join("files.txt")).unwrap();
    let tampered = format!("{list}../spec/scope.toml\n{}\n", outside.display());
    fs::write(out.join("files.txt"), tampered).unwrap();
    let (code, report) = run(copy.path(), &["check"]);
    assert_eq!(code, Some(1));
    assert!(report.contains("no longer generated: src/gone/old.rs\n"), "{report}");
    assert!(
        report.contains("not generated: src/mine.rs (move it out of the folder)\n"),
        "{report}"
    );
    let (code, report) = run(copy.path(), &[]);
    assert_eq!(
        (code, report.as_str()),
        (Some(0), "wrote files.txt\nremoved src/gone/old.rs\n")
    );
    assert!(!out.join("src/gone").exists() && outside.exists());
    let mut expected = whole;
    expected.insert("src/mine.rs".into(), Vec::new());
    assert!(tree(&out) == expected);
}
