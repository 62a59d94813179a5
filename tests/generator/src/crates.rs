//! Generated crates on disk, checked with Cargo.

use std::fs;
use std::path::Path;

use toml::Table;

/// Runs Cargo on a crate outside the workspace, in a folder below the one that Cargo has for
/// the files of tests.
///
/// # Errors
/// Returns Cargo's output if it fails.
pub fn cargo(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    // Use the versions of the workspace's lock file.
    let lock = crate::workspace().join("Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).map_err(|error| error.to_string())?;
    let output = test_support::cargo()
        .args(arguments)
        .current_dir(folder)
        // What the workspace has compiled of the same dependencies is used again: they have
        // no debug information there either.
        .env("CARGO_TARGET_DIR", test_support::target(folder))
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env("CARGO_INCREMENTAL", "0")
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    let report = String::from_utf8_lossy(&output.stderr);
    let shown = String::from_utf8_lossy(&output.stdout);
    let report: Vec<&str> = report.lines().chain(shown.lines()).take(120).collect();
    Err(format!("cargo {}\n{}", arguments.join(" "), report.join("\n")))
}

/// Checks that the compiler, clippy under the crate's own lints, and rustdoc report no
/// warnings.
///
/// # Errors
/// Returns the output of the check that fails.
pub fn clean(folder: &Path) -> Result<(), String> {
    clean_with(folder, "")
}

/// Checks the same of a crate with these features, separated by commas.
///
/// # Errors
/// As for [`clean`].
pub fn clean_with(folder: &Path, features: &str) -> Result<(), String> {
    // Without transports there are fewer dependencies to build; they do not affect the
    // emitted code.
    let some = ["--no-default-features", "--features", features];
    let more = format!("{features},serialize,testing");
    let more = ["--no-default-features", "--features", &more];
    let deny = ["--", "-D", "warnings"];
    cargo(folder, &[["clippy", "-q"].as_slice(), &more, &deny].concat())?;
    cargo(folder, &[["clippy", "-q"].as_slice(), &some, &deny].concat())?;
    cargo(folder, &[["doc", "-q", "--no-deps"].as_slice(), &more].concat())
}

/// Checks that the compiler reports no warnings about a crate with these features, separated by
/// commas.
///
/// # Errors
/// Returns the warnings.
pub fn compiles_with(folder: &Path, features: &str) -> Result<(), String> {
    let check = ["rustc", "-q", "--lib", "--profile", "check", "--no-default-features"];
    let with = ["--features", features, "--", "-D", "warnings"];
    cargo(folder, &[check.as_slice(), &with].concat())
}

/// Checks that clippy reports no warnings about a crate without features.
///
/// # Errors
/// Returns the warnings.
pub fn compiles(folder: &Path) -> Result<(), String> {
    cargo(folder, &["clippy", "-q", "--no-default-features", "--", "-D", "warnings"])
}

/// Checks that all fixtures of a crate decode as their types.
///
/// # Errors
/// Returns an error if one does not, or if there are none.
pub fn fixtures(folder: &Path) -> Result<(), String> {
    fixtures_with(folder, "")
}

/// Checks the same of a crate with these features, separated by commas.
///
/// # Errors
/// As for [`fixtures`].
pub fn fixtures_with(folder: &Path, features: &str) -> Result<(), String> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
    let manifest: Table =
        read("Cargo.toml").parse().map_err(|error| format!("Cargo.toml: {error}"))?;
    let name = manifest["package"]["name"].as_str().unwrap_or_default();
    let name = name.replace('-', "_");
    let module = read("src/fixtures/mod.rs");
    let rows = module.lines().filter_map(|line| line.trim().split_once(" => "));
    let checks: String = rows
        .map(|(path, _)| path.replace("crate::", &format!("{name}::")))
        .map(|path| format!("    check::<{path}>();\n"))
        .collect();
    if checks.is_empty() {
        return Err("there are no fixtures".to_owned());
    }
    let program = CHECK.replace("CRATE", &name).replace("    CHECKS\n", &checks);
    passes(folder, "fixtures", &program, &format!("{features},testing"))
}

/// Checks that a program of tests of a crate with these features passes.
///
/// # Errors
/// Returns the output of the program if it does not.
pub fn passes(
    folder: &Path,
    name: &str,
    program: &str,
    features: &str,
) -> Result<(), String> {
    let tests = folder.join("tests");
    let file = tests.join(format!("{name}.rs"));
    fs::create_dir_all(&tests).map_err(|error| error.to_string())?;
    fs::write(file, program).map_err(|error| error.to_string())?;
    let features = ["--no-default-features", "--features", features];
    cargo(folder, &[["test", "-q", "--test", name].as_slice(), &features].concat())
}

const CHECK: &str = r#"//! All fixtures are objects of their types.
use CRATE::testing::{Fixture, HasFixture};

fn check<T: HasFixture + serde::de::DeserializeOwned>() {
    for fixture in [Fixture::<T>::full(), Fixture::minimal()] {
        if let Err(error) = fixture.build() {
            panic!("{}: {error}", std::any::type_name::<T>());
        }
    }
}

#[test]
#[rustfmt::skip]
fn fixtures() {
    CHECKS
}
"#;
