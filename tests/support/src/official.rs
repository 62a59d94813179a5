//! Finds Stripe's official documents.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A version of the official document.
#[derive(Clone, Copy, Debug)]
pub struct Version {
    /// The name in the document's file names.
    name: &'static str,
    /// The release of stripe-mock that contains it.
    mock: &'static str,
}

/// The version that the project supports.
pub const DAHLIA: Version = Version { name: "2026-08-26.dahlia", mock: "v0.203.0" };

/// An older version.
pub const CLOVER: Version = Version { name: "2025-11-17.clover", mock: "v0.199.0" };

/// The version before that one.
pub const BASIL: Version = Version { name: "2025-05-28.basil", mock: "v0.195.0" };

/// A version from before versions had names.
pub const OLD: Version = Version { name: "2022-11-15", mock: "v0.160.0" };

impl Version {
    /// Returns the release of stripe-mock that contains the document.
    pub fn mock(self) -> &'static str {
        self.mock
    }

    /// Returns the path of the document.
    ///
    /// # Errors
    /// Returns the places that were searched if none of them has it.
    pub fn document(self) -> Result<PathBuf, String> {
        self.find("spec3")
    }

    /// Returns the path of the document for official client libraries, which describes more and
    /// has parts of previews.
    ///
    /// # Errors
    /// Returns the places that were searched if none of them has it.
    pub fn library_document(self) -> Result<PathBuf, String> {
        self.find("spec3.beta.sdk")
    }

    /// Returns the path of the fixture objects.
    ///
    /// # Errors
    /// Returns the places that were searched if none of them has them.
    pub fn fixtures(self) -> Result<PathBuf, String> {
        self.find("fixtures3")
    }

    /// Searches `STRIPE_OPENAPI_DIR`, the folder next to the workspace, and the sources
    /// of stripe-mock.
    fn find(self, kind: &str) -> Result<PathBuf, String> {
        let file = format!("{}.{kind}.json", self.name);
        let given = std::env::var_os("STRIPE_OPENAPI_DIR").map(PathBuf::from);
        let beside = crate::workspace().join("../shared/stripe-openapi");
        let mock =
            mock_folder(self.mock).map(|folder| folder.join(format!("{kind}.json")));
        given
            .map(|folder| folder.join(&file))
            .into_iter()
            .chain([beside.join(&file)])
            .chain(mock)
            .find(|path| path.is_file())
            .ok_or_else(|| {
                format!(
                    "{file} is neither in STRIPE_OPENAPI_DIR nor in ../shared/stripe-openapi, \
                     and stripe-mock {} is not in the Go module cache",
                    self.mock
                )
            })
    }
}

/// Returns the folder where Go unpacked the documents of a release of stripe-mock.
fn mock_folder(release: &str) -> Option<PathBuf> {
    let cache = go("GOMODCACHE")?;
    let module = format!("github.com/stripe/stripe-mock@{release}/embedded/openapi");
    Some(Path::new(&cache).join(module))
}

/// Returns a program installed by `go install`, from `PATH` or from Go's own folder.
///
/// # Errors
/// Returns the places that were searched if none of them has it.
pub fn go_program(name: &str) -> Result<PathBuf, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let bin = go("GOBIN").map(PathBuf::from);
    let default = go("GOPATH").map(|folder| Path::new(&folder).join("bin"));
    std::env::split_paths(&path)
        .chain(bin)
        .chain(default)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .ok_or_else(|| format!("`{name}` is not installed"))
}

/// Returns a setting of Go, if Go is installed and has the setting.
fn go(setting: &str) -> Option<String> {
    let output = Command::new("go").args(["env", setting]).output().ok()?;
    let value = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (!value.is_empty()).then_some(value)
}
