//! Extracts the example from the README, so that a test compiles and runs it.

use std::path::Path;
use std::{env, error, fs};

/// Replaces the example's client by one for the server at `url()`.
const LOCAL: &str = r#"Client::builder("sk_test_123").base_url(super::url()).build()"#;

fn main() -> Result<(), Box<dyn error::Error>> {
    let readme = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../README.md");
    println!("cargo:rerun-if-changed={}", readme.display());
    let text = fs::read_to_string(readme)?;
    let block = text.split("```rust\n").nth(1).and_then(|rest| rest.split("```").next());
    let example = block
        .ok_or("the README has no example")?
        .replace("async fn main", "pub(crate) async fn main");
    let out = env::var("OUT_DIR")?;
    // Once unchanged, and once with a client that talks to the test's server.
    fs::write(Path::new(&out).join("readme.rs"), &example)?;
    let local = example.replace("Client::from_env()", LOCAL);
    if local == example {
        return Err("the example does not call `Client::from_env()`".into());
    }
    fs::write(Path::new(&out).join("readme_local.rs"), local)?;
    Ok(())
}
