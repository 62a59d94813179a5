//! The embedded files of the runtime.

use std::collections::BTreeSet;

use include_dir::{Dir, include_dir};
use toml::{Table, Value};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../templates/src/runtime");

/// The manifest of the crate in which the runtime is compiled and tested.
pub(crate) const MANIFEST: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../templates/Cargo.toml"));

/// Returns the files by their path below `runtime`, in order.
pub(crate) fn files() -> Vec<(String, &'static str)> {
    let mut files = Vec::new();
    collect(&FILES, &mut files);
    files.sort();
    files
}

/// Returns the names of the features that every crate has.
pub(crate) fn features() -> BTreeSet<String> {
    let manifest = MANIFEST.parse::<Table>().unwrap_or_default();
    let features = manifest.get("features").and_then(Value::as_table);
    features.into_iter().flat_map(|all| all.keys().cloned()).collect()
}

fn collect(dir: &Dir<'static>, files: &mut Vec<(String, &'static str)>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.extend(file.contents_utf8().map(|text| (path, text)));
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}
