//! The same inputs give the same bytes, and what is committed is what they give.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use generator_tests::binary;
use test_support::workspace;

/// All files below a folder, by path.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(current).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name =
                    path.strip_prefix(folder).expect("below").display().to_string();
                files.insert(name, fs::read(path).expect("a file"));
            }
        }
    }
    files
}

fn generate(from: &Path, out: &Path, scope: &Path) {
    let (out, scope) = (out.display().to_string(), scope.display().to_string());
    let done = binary::run(from, &["--out", &out, "--scope", &scope]).expect("a run");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn two_processes_in_two_folders_write_the_same_bytes() {
    let (one, two) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let scope = workspace().join("spec/scope.toml");
    generate(&workspace(), one.path(), Path::new("spec/scope.toml"));
    generate(two.path(), &two.path().join("crate"), &scope);
    let (one, two) = (tree(one.path()), tree(&two.path().join("crate")));
    assert!(one.len() > 300, "{} files", one.len());
    assert!(one == two, "the trees differ");
}

#[test]
fn what_is_committed_is_what_the_inputs_give() {
    let done = binary::run(&workspace(), &["check"]).expect("a run");
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{told}{}", String::from_utf8_lossy(&done.stderr));
    let elsewhere = tempfile::tempdir().expect("a folder");
    generate(&workspace(), elsewhere.path(), Path::new("spec/scope.toml"));
    let mut made = tree(elsewhere.path());
    let mut committed = tree(&workspace().join("generated"));
    // A crate that stands alone says so in its manifest.
    let alone =
        String::from_utf8(made.remove("Cargo.toml").expect("a manifest")).expect("text");
    let member = committed.remove("Cargo.toml").expect("a manifest");
    assert_eq!(
        alone.strip_suffix("\n[workspace]\n").expect("a workspace").as_bytes(),
        member
    );
    committed.retain(|path, _| !path.starts_with("target/"));
    assert_eq!(made.keys().collect::<Vec<_>>(), committed.keys().collect::<Vec<_>>());
    assert!(made == committed, "the trees differ");
}

#[test]
fn a_changed_file_is_a_difference_and_is_mended() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().display().to_string();
    generate(&workspace(), folder.path(), Path::new("spec/scope.toml"));
    let check = || binary::run(&workspace(), &["check", "--out", &out]).expect("a run");
    assert_eq!(check().status.code(), Some(0));

    let changed = folder.path().join("src/version.rs");
    let good = fs::read_to_string(&changed).expect("a file");
    fs::write(&changed, good.replace("pub const", "const")).expect("a file");
    let done = check();
    let told = String::from_utf8_lossy(&done.stdout).into_owned();
    assert_eq!(done.status.code(), Some(1));
    assert!(told.contains("+pub const API_VERSION"), "{told}");
    assert!(
        told.contains("cargo run -p generator"),
        "the command that mends it: {told}"
    );

    // Only what changed is written; what is listed and no longer made goes; what is not, stays.
    let list = folder.path().join("files.txt");
    let listed = fs::read_to_string(&list).expect("a list");
    fs::write(&list, format!("{listed}src/old.rs\n")).expect("a list");
    for name in ["src/old.rs", "src/own.rs"] {
        fs::write(folder.path().join(name), "// old\n").expect("a file");
    }
    let done = binary::run(&workspace(), &["--out", &out]).expect("a run");
    let told = String::from_utf8_lossy(&done.stdout).into_owned();
    let mut lines: Vec<&str> = told.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["removed src/old.rs", "wrote files.txt", "wrote src/version.rs"]);
    assert!(folder.path().join("src/own.rs").is_file(), "a file of somebody else");
    let again = binary::run(&workspace(), &["--out", &out]).expect("a run");
    assert!(String::from_utf8_lossy(&again.stdout).contains("is up to date"));
}

#[test]
fn the_lints_of_the_crate_are_those_of_the_workspace() {
    let table = |path: &str| -> toml::Table {
        let text = fs::read_to_string(workspace().join(path)).expect("a manifest");
        text.parse().expect("a manifest")
    };
    let workspace = &table("Cargo.toml")["workspace"]["lints"];
    assert!(workspace.as_table().is_some_and(|lints| lints.len() == 2));
    for path in ["templates/Cargo.toml", "generated/Cargo.toml"] {
        assert_eq!(&table(path)["lints"], workspace, "{path}");
    }
}
