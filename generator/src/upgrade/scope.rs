//! Sets the version in the text of a scope.

use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::{Diagnostic, Place, Result};

/// The part of a scope with the version.
#[derive(Deserialize)]
struct Scope {
    #[serde(rename = "crate")]
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    version: Spanned<String>,
}

/// Returns the text of a scope with another version of the crate, and everything else as it was.
///
/// # Errors
/// Returns an error if the text, which is that of `file`, has no version.
pub fn with_version(file: &str, text: &str, version: &str) -> Result<String> {
    let scope: Scope = toml::from_str(text).map_err(|error| {
        let fault = format!("invalid scope: {}", error.message());
        Diagnostic::new(file, Place::File, fault)
    })?;
    let standing = scope.package.version;
    if standing.get_ref() == version {
        return Ok(text.to_owned());
    }
    let mut changed = text.to_owned();
    changed.replace_range(standing.span(), &format!("{version:?}"));
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::faults;

    #[test]
    fn only_the_version_of_the_crate_changes() {
        let table = [
            (
                "[crate] # It.\nversion = '1.0.0' # Now.\n",
                "[crate] # It.\nversion = \"1.1.0\" # Now.\n",
            ),
            ("crate.version = \"1.1.0\"\n", "crate.version = \"1.1.0\"\n"),
            (
                "crate = { version = \"1.0.0\" }\n[x]\nversion = \"1.0.0\"\n",
                "crate = { version = \"1.1.0\" }\n[x]\nversion = \"1.0.0\"\n",
            ),
        ];
        for (text, expected) in table {
            let found = with_version("scope.toml", text, "1.1.0");
            assert_eq!(found, Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_scope_without_a_version_is_a_fault() {
        let found = faults(with_version("scope.toml", "[crate]\n", "1.1.0"));
        assert_eq!(found, ["invalid scope: missing field `version`"]);
    }
}
