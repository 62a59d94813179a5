//! Takes the example out of the README, so that a test compiles and runs what users read.

use std::path::Path;
use std::{env, error, fs};

/// In place of the client of the example: one for the server whose address is `url`.
const LOCAL: &str = r#"Client::builder("sk_test_123").base_url(url).build()"#;

fn main() -> Result<(), Box<dyn error::Error>> {
    let readme = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../README.md");
    println!("cargo:rerun-if-changed={}", readme.display());
    let text = fs::read_to_string(readme)?;
    let block = text.split("```rust\n").nth(1).and_then(|rest| rest.split("```").next());
    let example = block.ok_or("the README has no example")?;
    let out = env::var("OUT_DIR")?;
    // As it stands; and with a client that talks to the test's server.
    fs::write(Path::new(&out).join("readme.rs"), format!("{{\n{example}\n}}"))?;
    let local = example.replace("Client::from_env()", LOCAL);
    if local == example {
        return Err("the example makes its client in another way".into());
    }
    fs::write(Path::new(&out).join("readme_local.rs"), format!("{{\n{local}\n}}"))?;
    Ok(())
}
