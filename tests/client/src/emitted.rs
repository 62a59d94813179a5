//! Programs that tests generate, compile and run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A crate with one program that uses the client.
#[derive(Debug)]
pub struct Emitted<'a> {
    pub name: &'a str,
    /// The features of the client, as in a manifest.
    pub client: &'a str,
    /// Further lines under `[dependencies]`.
    pub dependencies: &'a str,
    /// Paths below `src`, and contents.
    pub files: &'a [(&'a str, &'a str)],
}

impl Emitted<'_> {
    /// Writes and compiles the crate below `folder`, which is kept so that the next run
    /// is fast. Returns the path of the program.
    pub fn compile(&self, folder: &Path) -> PathBuf {
        let workspace = test_support::workspace();
        let folder = folder.join(self.name);
        save(&folder.join("Cargo.toml"), &self.manifest(&workspace.join("generated")));
        // The versions of the workspace, so that nothing is downloaded.
        let lock =
            fs::read_to_string(workspace.join("Cargo.lock")).expect("a lock file");
        fs::write(folder.join("Cargo.lock"), lock).expect("the file can be written");
        for (path, text) in self.files {
            save(&folder.join("src").join(path), text);
        }
        let output = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--offline"])
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .output()
            .expect("cargo can be started");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{} does not compile:\n{errors}", self.name);
        let program = folder.join("target/debug").join(self.name);
        program.with_extension(std::env::consts::EXE_EXTENSION)
    }

    fn manifest(&self, client: &Path) -> String {
        let Self { name, dependencies, client: features, .. } = self;
        format!(
            r#"[package]
name = "{name}"
version = "0.0.0"
edition = "2024"
publish = false

[workspace]

[dependencies]
stripe-sessions = {{ path = {client:?}, {features} }}
{dependencies}

[profile.dev]
debug = false
"#
        )
    }
}

/// Writes a file unless it is up to date, so that Cargo does not rebuild.
fn save(file: &Path, text: &str) {
    if fs::read_to_string(file).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(file.parent().expect("a folder"))
        .expect("the folder can be made");
    fs::write(file, text).expect("the file can be written");
}
