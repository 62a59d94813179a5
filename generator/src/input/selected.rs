//! The scope, the name and the description of a crate that `--select` makes: the scope speaks of
//! another one.

use std::path::Path;

use super::{ALL, InputFile, Options, clean, load};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::input::scope::{Package, Scope, invalid_crate_name};

/// The option; the name of its "file" in diagnostics.
const NAME: &str = "--name";

/// The maximum length of a name, which is that of the registry.
const LENGTH: usize = 64;

/// Returns the scope for the options, with its file for diagnostics: with `--select`, that of the
/// whole API if there is one.
pub(super) fn scope(
    path: &Path,
    scope: Scope,
    options: &Options,
) -> Result<(String, Scope)> {
    let whole = scope.inputs.whole.as_ref().filter(|_| !options.select.is_empty());
    let Some(whole) = whole else { return Ok((load::name(path), scope)) };
    let path = clean(&path.parent().unwrap_or(Path::new("")).join(whole));
    let origin = "`inputs.whole` of the scope".to_owned();
    let whole = InputFile { path: path.clone(), origin }.read(load::scope)?;
    let Scope { inputs, package, keeps_legacy, .. } = scope;
    Ok((load::name(&path), Scope { inputs, package, keeps_legacy, ..whole }))
}

/// Checks the value of `--name`.
pub(super) fn check_name(options: &Options) -> Result<()> {
    let Some(name) = &options.name else { return Ok(()) };
    let mut problems = Diagnostics::default();
    if options.select.is_empty() {
        let fault = "a name without `--select`";
        let help = "the scope has the name of its crate, in `crate.name`";
        problems.push(Diagnostic::new(NAME, Place::File, fault).help(help));
    }
    if let Some((fault, help)) = invalid_crate_name(name) {
        problems.push(Diagnostic::new(NAME, Place::File, fault).help(help));
    }
    problems.into_result(())
}

/// Returns the metadata of the crate: what the scope says about every crate, with another name and
/// description.
pub(super) fn package(scope: &Package, options: &Options) -> Package {
    let is_all = options.select.iter().any(|prefix| prefix == ALL);
    let description = match is_all {
        true => "A Rust client for all paths of Stripe's API.".to_owned(),
        false => {
            let paths: Vec<String> =
                options.select.iter().map(|path| format!("`{path}`")).collect();
            format!("A Rust client for {} of Stripe's API.", paths.join(", "))
        }
    };
    Package {
        name: options.name.clone().unwrap_or_else(|| name(&scope.name, options)),
        description,
        keywords: Vec::new(),
        ..scope.clone()
    }
}

/// Returns the first word of the scope's name and the words of the prefixes, as many as fit:
/// `api-things` for `/v1/things`.
fn name(scope: &str, options: &Options) -> String {
    let mut words = scope.split(['-', '_']);
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in options.select.iter().flat_map(|prefix| words_of(prefix)) {
        if name.len() + 1 + word.len() > LENGTH {
            break;
        }
        name = format!("{name}-{word}");
    }
    name
}

/// Returns the words of a prefix, without the version and the parameters.
fn words_of(prefix: &str) -> Vec<String> {
    let is_version = |segment: &str| {
        let number = segment.strip_prefix('v');
        number.is_some_and(|number| number.parse::<u32>().is_ok())
    };
    let segments = prefix.split('/').filter(|segment| !segment.starts_with('{'));
    let words = segments
        .filter(|segment| !is_version(segment))
        .flat_map(|segment| segment.split(|c: char| !c.is_ascii_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(prefixes: &[&str], name: Option<&str>) -> Package {
        let scope = Package { name: "api-whatever".to_owned(), ..Package::default() };
        let options = Options {
            select: prefixes.iter().map(|prefix| (*prefix).to_owned()).collect(),
            name: name.map(str::to_owned),
            ..Options::default()
        };
        package(&scope, &options)
    }

    #[test]
    fn the_scope_of_the_whole_api_keeps_what_the_options_say() {
        let folder = tempfile::tempdir().unwrap();
        let whole = "paths = [\"/v1\"]\n[crate]\nname = \"w\"\nversion = \"0.1.0\"\n\
                     description = \"d\"\nlicense = \"MIT\"\n";
        std::fs::write(folder.path().join("whole.toml"), whole).unwrap();
        let mut own = Scope { keeps_legacy: true, ..Scope::default() };
        own.inputs.whole = Some("whole.toml".to_owned());
        let select = vec!["/v1/boats".to_owned()];
        let options = Options { select, legacy: true, ..Options::default() };
        let path = folder.path().join("scope.toml");
        let (file, whole) = scope(&path, own, &options).unwrap();
        assert!(file.ends_with("whole.toml"));
        assert!(whole.keeps_legacy && whole.paths == ["/v1"]);
    }

    #[test]
    fn names_follow_from_the_selection() {
        for (prefixes, name) in [
            (&["/v1/things"][..], "api-things"),
            (&["/v1/a_b/{id}/c", "/v2/D"], "api-a-b-c-d"),
            (&["all"], "api-all"),
            (&["/"], "api"),
        ] {
            assert_eq!(selected(prefixes, None).name, name);
        }
        let long = ["/v1/things"].repeat(100);
        assert!(selected(&long, None).name.len() <= LENGTH);
        assert_eq!(selected(&long, Some("mine")).name, "mine");
    }

    #[test]
    fn descriptions_name_the_selection() {
        let description = selected(&["/v1/a", "/v1/b"], None).description;
        assert_eq!(description, "A Rust client for `/v1/a`, `/v1/b` of Stripe's API.");
    }
}
