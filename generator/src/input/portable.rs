//! Checks that files can exist on every system.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};

/// The maximum length of the name of a file or folder. Most file systems allow 255 bytes, encrypted
/// ones 143.
const NAME: usize = 143;

/// The maximum length of a path below the crate's folder. Windows allows 260 characters for the
/// whole path, and the crate is in a folder.
const PATH: usize = 200;

/// The names of devices on Windows.
const DEVICES: &[&str] = &["aux", "con", "conin$", "conout$", "nul", "prn"];

/// The beginnings of the names of numbered devices on Windows.
const NUMBERED_DEVICES: &[&str] = &["com", "lpt"];

/// Characters that names cannot contain on Windows.
const SIGNS: &str = "<>:\"\\|?*";

/// Checks the paths of files: that every system can store them, and that no two of them are one
/// file where case is ignored.
///
/// # Errors
/// Returns an error for each path that cannot be used.
pub(crate) fn check<'a>(paths: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut problems = Diagnostics::default();
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for path in paths {
        if let Some(fault) = fault(path) {
            problems.push(problem(path, fault));
        } else if let Some(other) = known.insert(path.to_lowercase(), path) {
            let fault = format!("the same file as `{other}`, where case is ignored");
            problems.push(problem(path, fault));
        }
    }
    problems.into_result(())
}

fn problem(path: &str, fault: String) -> Diagnostic {
    Diagnostic::new(shown(path), Place::File, fault).help(
        "files are named after types, modules and inputs: change a name in `modules` or `names` \
         of the scope, in the name lock, or that of an input",
    )
}

/// Returns the beginning of a path that is too long.
fn shown(path: &str) -> String {
    match path.char_indices().nth(PATH) {
        Some((end, _)) => format!("{}…", &path[..end]),
        None => path.to_owned(),
    }
}

fn fault(path: &str) -> Option<String> {
    let long = |what: &str, length: usize, limit: usize| {
        format!("the {what} is too long: {length} bytes, at most {limit} are portable")
    };
    for name in path.split('/') {
        if is_device(name) {
            return Some(format!("`{name}` is the name of a device on Windows"));
        }
        if name.is_empty() || name.ends_with(['.', ' ']) || name.contains(is_forbidden) {
            return Some("the path has a name that Windows forbids".to_owned());
        }
        if name.len() > NAME {
            return Some(long("name of the file", name.len(), NAME));
        }
    }
    (path.len() > PATH).then(|| long("path", path.len(), PATH))
}

fn is_forbidden(c: char) -> bool {
    c.is_control() || SIGNS.contains(c)
}

/// Returns `true` if Windows takes a name for that of a device, which it does in every folder and
/// with every extension.
pub(crate) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.trim_end().to_lowercase();
    let is_numbered = |beginning: &&str| {
        let mut number = stem.strip_prefix(*beginning).into_iter().flat_map(str::chars);
        let is_digit = |c: char| c.is_ascii_digit() || "¹²³".contains(c);
        number.next().is_some_and(is_digit) && number.next().is_none()
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.iter().any(is_numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_recognized_in_every_folder_and_with_every_extension() {
        for name in
            ["aux", "AUX.rs", "nul.full.json", "Com1", "lpt9.tar.gz", "com²", "con .x"]
        {
            assert!(is_device(name), "{name}");
            assert!(
                check([format!("a/{name}").as_str()].into_iter()).is_err(),
                "{name}"
            );
            assert!(
                check([format!("{name}/a").as_str()].into_iter()).is_err(),
                "{name}"
            );
        }
        for name in ["aux_", "auxiliary.rs", "com", "com10", "lpt_1", "mod.rs", ".aux"] {
            assert!(!is_device(name), "{name}");
            assert!(check([name].into_iter()).is_ok(), "{name}");
        }
    }

    #[test]
    fn lengths_are_limited() {
        let name = |length| "x".repeat(length);
        assert!(check([name(NAME).as_str()].into_iter()).is_ok());
        assert!(check([name(NAME + 1).as_str()].into_iter()).is_err());
        let path = |length| format!("{}/{}", name(100), name(length - 101));
        assert!(check([path(PATH).as_str()].into_iter()).is_ok());
        assert!(check([path(PATH + 1).as_str()].into_iter()).is_err());
    }

    #[test]
    fn no_two_paths_are_one_file() {
        assert!(check(["a/b", "a/c"].into_iter()).is_ok());
        assert!(check(["a/b", "A/B"].into_iter()).is_err());
        assert!(check(["a/b", "a/b"].into_iter()).is_err());
        for path in ["a:b", "a//b", "a/b.", "a\nb", "a?"] {
            assert!(check([path].into_iter()).is_err(), "{path}");
        }
    }
}
