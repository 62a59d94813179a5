//! Scopes that extend others: the scope of another version of the API, or of a part of it.
//!
//! The files of a scope are its own; it inherits everything else. Tables are merged by their keys.
//! The rows of the module table come before the inherited ones, so that they count first. Other
//! lists replace the inherited ones.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::{clean, load};
use crate::diagnostic::{Diagnostic, Place, Result};

/// The key with the path of the other scope, relative to the folder of this one.
pub(super) const KEY: &str = "extends";

/// The keys that a scope does not inherit: its files, and what is about them.
const OWN: &[&str] = &["inputs", "examples", "example-dependencies"];

/// The list whose first fitting element counts.
const ROWS: &str = "modules";

/// Adds to a scope what it inherits. `read` reads the other scopes.
///
/// # Errors
/// Returns an error if another scope cannot be read, or if scopes extend each other.
pub(super) fn complete(
    mut scope: Table,
    path: &Path,
    read: impl Fn(&Path) -> Result<Table>,
) -> Result<Table> {
    let mut seen = vec![clean(path)];
    while let Some(other) = scope.remove(KEY) {
        let from = seen.last().map_or(path, PathBuf::as_path);
        let Some(other) = other.as_str() else {
            return Err(fault(from, "`extends` is not a path in quotes").into());
        };
        let folder = from.parent().unwrap_or(Path::new(""));
        let next = clean(&folder.join(other));
        if seen.contains(&next) {
            let problem = fault(from, "scopes that extend each other");
            return Err(problem.help("remove `extends` from one of them").into());
        }
        let mut base = read(&next)?;
        base.retain(|key, _| !OWN.contains(&key));
        inherit(&mut scope, base);
        seen.push(next);
    }
    Ok(scope)
}

fn inherit(scope: &mut Table, base: Table) {
    for (key, inherited) in base {
        match (scope.get_mut(&key), inherited) {
            (None, inherited) => {
                scope.insert(key, inherited);
            }
            (Some(Value::Table(own)), Value::Table(base)) => inherit(own, base),
            (Some(Value::Array(own)), Value::Array(base)) if key == ROWS => {
                own.extend(base);
            }
            (Some(_), _) => {}
        }
    }
}

fn fault(path: &Path, fault: &str) -> Diagnostic {
    let place = Place::Pointer(format!("/{KEY}"));
    Diagnostic::new(load::name(path), place, fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::faults;

    /// Completes the scope `fleet/scope.toml`, beside `scope.toml` and `fleet/loop.toml`.
    fn completed(scope: &str) -> Result<String> {
        let base = "\
            paths = ['/v1/boats']\n\
            [inputs]\ndocument = 'api.yaml'\n\
            [crate]\nname = 'boats'\nversion = '1.0.0'\n\
            [[modules]]\npattern = 'oar'\n\
            [examples.one]\ntest = true\n";
        let read = |path: &Path| {
            let text = match load::name(path).as_str() {
                "scope.toml" => base,
                "fleet/loop.toml" => "extends = 'scope.toml'",
                other => panic!("{other}"),
            };
            Ok(text.parse::<Table>().unwrap())
        };
        let scope = scope.parse::<Table>().unwrap();
        complete(scope, Path::new("fleet/scope.toml"), read).map(|all| all.to_string())
    }

    #[test]
    fn everything_but_files_is_inherited() {
        let own = "\
            extends = '../scope.toml'\n\
            [inputs]\nout = 'out'\n\
            [crate]\nname = 'fleet'\n\
            [[modules]]\npattern = 'sail'\n";
        let expected = "\
            paths = ['/v1/boats']\n\
            [inputs]\nout = 'out'\n\
            [crate]\nname = 'fleet'\nversion = '1.0.0'\n\
            [[modules]]\npattern = 'sail'\n\
            [[modules]]\npattern = 'oar'\n";
        let expected = expected.parse::<Table>().unwrap().to_string();
        assert_eq!(completed(own), Ok(expected));
    }

    #[test]
    fn lists_of_a_scope_replace_those_of_the_other() {
        let all = completed("extends = '../scope.toml'\npaths = ['/v1/oars']").unwrap();
        assert!(all.contains("paths = [\"/v1/oars\"]"), "{all}");
    }

    #[test]
    fn faults_are_reported() {
        let table = [
            ("extends = 1", "`extends` is not a path in quotes"),
            ("extends = 'loop.toml'", "scopes that extend each other"),
        ];
        for (scope, fault) in table {
            assert_eq!(faults(completed(scope)), [fault]);
        }
    }
}
