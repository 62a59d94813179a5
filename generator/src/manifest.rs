//! The crate's `Cargo.toml`: the runtime's, with another `[package]`.

use toml::{Table, Value};

use crate::diagnostic::{Diagnostic, Place, Result};
use crate::runtime;
use crate::scope::Package;

/// Keys of `[package]` that the crate has from the runtime.
const KEPT: &[&str] = &["edition", "rust-version"];

/// The manifest's text.
pub(crate) fn text(package: &Package) -> Result<String> {
    let rest = runtime::MANIFEST
        .find("\n[dependencies]")
        .map(|start| &runtime::MANIFEST[start..])
        .ok_or_else(|| broken("a table `[dependencies]`"))?;
    let manifest: Table = runtime::MANIFEST
        .parse()
        .map_err(|_| broken("a manifest that Cargo can read"))?;
    let own = manifest.get("package").and_then(Value::as_table);
    let mut table = Table::new();
    let mut put = |key: &str, value: Value| table.insert(key.to_owned(), value);
    put("name", package.name.clone().into());
    put("version", package.version.clone().into());
    put("description", package.description.clone().into());
    put("license", package.license.clone().into());
    put("readme", "README.md".into());
    if let Some(repository) = &package.repository {
        put("repository", repository.clone().into());
    }
    for (key, values) in
        [("keywords", &package.keywords), ("categories", &package.categories)]
    {
        if !values.is_empty() {
            put(key, values.clone().into());
        }
    }
    for key in KEPT {
        if let Some(value) = own.and_then(|own| own.get(*key)) {
            put(key, value.clone());
        }
    }
    let lines: Vec<String> =
        table.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    Ok(format!("[package]\n{}\n{rest}", lines.join("\n")))
}

fn broken(expected: &str) -> Diagnostic {
    Diagnostic::new("templates/Cargo.toml", Place::File)
        .expected(expected)
        .found("none")
        .help("correct the manifest of the runtime")
}
