//! Writes the program and has it compiled.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cases::Plan;

const MANIFEST: &str = r#"[package]
name = "requests"
version = "0.0.0"
edition = "2024"
publish = false

[workspace]

[dependencies]
stripe-sessions.path = "GENERATED"
tokio = { version = "1", default-features = false, features = ["rt"] }

[profile.dev]
debug = false
"#;

/// A function with more calls than this would take long to compile.
const CALLS_PER_FUNCTION: usize = 40;

/// The program's file.
pub(super) fn compile(plan: &Plan, folder: &Path) -> PathBuf {
    let workspace = test_support::workspace();
    let generated = workspace.join("generated");
    let manifest = MANIFEST.replace("GENERATED", &generated.display().to_string());
    save(&folder.join("Cargo.toml"), &manifest);
    let lock = fs::read_to_string(workspace.join("Cargo.lock")).expect("a lock file");
    save(&folder.join("Cargo.lock"), &lock);
    save(&folder.join("src/main.rs"), include_str!("../../program/main.rs"));
    save(&folder.join("src/calls.rs"), &calls(plan));
    let output = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--offline"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .expect("cargo can be started");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the program does not compile:\n{errors}");
    folder.join("target/debug/requests").with_extension(std::env::consts::EXE_EXTENSION)
}

fn calls(plan: &Plan) -> String {
    let mut text = "use crate::{Run, known, unknown};\n".to_owned();
    let parts: Vec<_> = plan.statements.chunks(CALLS_PER_FUNCTION).collect();
    for (number, part) in parts.iter().enumerate() {
        text += &format!(
            "\nfn part_{number}(run: &Run) {{\n    {}\n}}\n",
            part.join("\n    ")
        );
    }
    text += "\npub fn all(run: &Run) {\n";
    for number in 0..parts.len() {
        text += &format!("    part_{number}(run);\n");
    }
    text + "}\n"
}

/// Leaves a file alone that is as it should be, so that cargo has nothing to do.
fn save(file: &Path, text: &str) {
    if fs::read_to_string(file).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(file.parent().expect("a folder"))
        .expect("the folder can be made");
    fs::write(file, text).expect("the file can be written");
}
