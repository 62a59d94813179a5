//! Generates a crate for an API unrelated to Stripe's, with one of every form of a
//! schema, and runs a program that uses the crate.

use std::fs;
use std::path::{Path, PathBuf};

use generator::input::{Inputs, Options};
use generator::pipeline;
use generator_tests::crates;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("invented")
}

fn inputs(out: &Path) -> Inputs {
    let options = Options {
        scope: Some(folder().join("scope.toml")),
        out: Some(out.to_owned()),
        ..Options::default()
    };
    pipeline::read(&options).unwrap()
}

#[test]
fn compiles_and_works() {
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates");
    let (out, program) = (all.join("invented"), all.join("program"));
    pipeline::generate(&inputs(&out)).unwrap();
    crates::clean(&out).unwrap();
    fs::create_dir_all(program.join("src")).unwrap();
    for (from, to) in [("Cargo.toml", "Cargo.toml"), ("main.rs", "src/main.rs")] {
        fs::copy(folder().join("program").join(from), program.join(to)).unwrap();
    }
    crates::cargo(&program, &["run", "--quiet"]).unwrap();
}

#[test]
fn the_lock_gives_names_and_stays_as_it_is_for_a_crate_elsewhere() {
    let out = tempfile::tempdir().unwrap();
    let lock = folder().join("names.lock");
    let before = fs::read_to_string(&lock).unwrap();
    let output = pipeline::build(&inputs(out.path())).unwrap();
    pipeline::generate(&inputs(out.path())).unwrap();
    assert_eq!(fs::read_to_string(&lock).unwrap(), before);
    assert!(output.lock.added() > 10);
    assert!(output.lock.text().starts_with(&before));
}
