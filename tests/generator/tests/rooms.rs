//! Checks that the rooms of the runtime use each other in one direction only.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::fs;
use std::path::Path;

use generator_tests::workspace;

/// The front of a folder, where its modules are declared.
const FRONT: &str = "mod";

/// The order of the parts of a folder: each uses only itself and those before it.
struct Order {
    folder: &'static str,
    parts: &'static [&'static str],
}

/// The order of the rooms, and that inside the largest one. The front of the runtime is for
/// the emitted code and uses all rooms.
const ORDERS: [Order; 2] = [
    Order {
        folder: "",
        parts: &[
            "decode",
            "serialize",
            "values",
            "encode",
            "http",
            "outcome",
            "transport",
            "call",
            "webhook",
            "testing",
        ],
    },
    Order {
        folder: "call",
        parts: &[
            "clock", "request", "options", "config", "prepare", "retry", "drive",
            "client", FRONT, "pages", "blocking",
        ],
    },
];

/// What the runtime uses of the emitted code.
const EMITTED: [&str; 2] = ["API_VERSION", "SECRET_PARAMS"];

/// A path in the code, with the number of its line.
type Used = (usize, Vec<String>);

#[test]
fn rooms_use_those_before_them() {
    let root = workspace().join("templates/src/runtime");
    let mut faults = Vec::new();
    let mut seen = 0;
    each_file(&root, &mut |path| {
        let module = module_of(path.strip_prefix(&root).unwrap());
        // Only the front of the runtime is no room.
        if !module.is_empty() {
            let source = fs::read_to_string(path).unwrap();
            seen += paths(&source).len();
            for (line, fault) in faults_of(&module, &source) {
                faults.push(format!("{}:{line}: {fault}", path.display()));
            }
        }
    });
    assert!(seen > 300, "only {seen} paths were found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_path_against_the_order_is_found() {
    let cases = [
        ("values/list.rs", "use crate::runtime::encode::Param;", "`encode`"),
        ("values/list.rs", "use super::super::call::Call;", "`call`"),
        ("call/pages/mod.rs", "use crate::runtime::{decode, Error};", "`Error`"),
        ("call/client/mod.rs", "use super::Call;", "`Call`"),
        (
            "call/client/mod.rs",
            "use crate::runtime::{\n    call::pages::Pages,\n};",
            "`pages`",
        ),
        ("webhook/mod.rs", "use super::*;", "`*`"),
        ("call/mod.rs", "fn f() -> self::pages::Pages {}", "`pages`"),
        ("call/extra.rs", "", "`extra`"),
        ("extra.rs", "", "`extra`"),
        ("encode/form.rs", "use crate::checkout::Mode;", "`checkout`"),
    ];
    for (path, source, named) in cases {
        let found = faults_of(&module_of(Path::new(path)), source);
        assert_eq!(found.len(), 1, "{path}: {source}: {found:?}");
        assert!(found[0].1.contains(named), "{path}: {found:?}");
    }
    let allowed = [
        (
            "encode/form.rs",
            "use crate::runtime::values::list::List; // super::super::call",
        ),
        ("encode/form.rs", "use super::{Fields, value::Kind};"),
        ("call/pages/mod.rs", "use super::{Call, client::Client};"),
        ("decode/object.rs", "$crate::runtime::serialize::Erased"),
        ("webhook/version.rs", "crate::API_VERSION"),
        ("values/expand.rs", "concat!(\"[`\", $path, \"`](crate::Call::expand)\")"),
    ];
    for (path, source) in allowed {
        let found = faults_of(&module_of(Path::new(path)), source);
        assert!(found.is_empty(), "{path}: {found:?}");
    }
}

fn each_file(folder: &Path, visit: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_file(&path, visit);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            visit(&path);
        }
    }
}

/// Returns the module of a file, as its path below `runtime`.
fn module_of(file: &Path) -> Vec<String> {
    let file = file.with_extension("");
    let parts = file.iter().map(|part| part.to_str().unwrap().to_owned());
    parts.filter(|part| part != FRONT).collect()
}

/// Returns the faults of a file with their lines.
fn faults_of(module: &[String], source: &str) -> Vec<(usize, String)> {
    let unlisted = ORDERS.iter().filter_map(|order| order.unlisted(module));
    let used = paths(source).into_iter();
    let against = used.filter_map(|(line, path)| Some((line, fault(module, &path)?)));
    unlisted.map(|fault| (1, fault)).chain(against).collect()
}

/// Returns what is wrong with a path in a module.
fn fault(module: &[String], path: &[String]) -> Option<String> {
    match absolute(module, path) {
        Ok(target) => ORDERS.iter().find_map(|order| order.fault(module, &target)),
        Err(name) if EMITTED.contains(&name) => None,
        Err(name) => Some(format!("`{name}` is not of the runtime")),
    }
}

impl Order {
    /// Returns the name of the part that a path inside the folder leads to, or of something
    /// in its front.
    fn part<'p>(&self, path: &'p [String]) -> Option<&'p str> {
        let rest = match path.split_first() {
            _ if self.folder.is_empty() => path,
            Some((first, rest)) if first == self.folder => rest,
            _ => return None,
        };
        Some(rest.first().map_or(FRONT, String::as_str))
    }

    fn place(&self, part: &str) -> Option<usize> {
        let find = |name| self.parts.iter().position(|part| *part == name);
        find(part).or_else(|| find(FRONT))
    }

    /// Returns the fault of a file that is in the folder, but not in its order.
    fn unlisted(&self, module: &[String]) -> Option<String> {
        let part = self.part(module).filter(|part| *part != FRONT)?;
        let fault = format!("`{part}` has no place in the order of `{}`", self.folder);
        (!self.parts.contains(&part)).then_some(fault)
    }

    fn fault(&self, module: &[String], target: &[String]) -> Option<String> {
        let (from, to) = (self.part(module)?, self.part(target)?);
        let Some(there) = self.place(to) else {
            return Some(format!("`{to}` is a name of the front, not a room"));
        };
        let fault = format!("`{to}` does not come before `{from}`");
        (self.place(from)? < there).then_some(fault)
    }
}

/// Returns a path below `runtime`, or the name at the root of the crate that it starts with.
/// `super` is resolved from the file, also in a module inside it.
fn absolute<'p>(module: &[String], path: &'p [String]) -> Result<Vec<String>, &'p str> {
    if path[0] == "crate" {
        let of_runtime = path[1] == "runtime";
        return if of_runtime { Ok(path[2..].to_vec()) } else { Err(&path[1]) };
    }
    let ups = path.iter().take_while(|name| *name == "super").count();
    let kept = module.len().saturating_sub(ups);
    Ok(module[..kept].iter().chain(&path[ups.max(1)..]).cloned().collect())
}

/// Returns the paths of a file that start with `crate`, `self` or `super`, except those with
/// `$crate`: what a macro expands to is emitted code.
fn paths(source: &str) -> Vec<Used> {
    let mut used = Vec::new();
    let code: Vec<&str> = source.lines().map(without_comment).collect();
    let code = code.join("\n");
    let mut rest = code.as_str();
    while let Some(start) =
        ["crate::", "self::", "super::"].iter().filter_map(|word| rest.find(word)).min()
    {
        let before = &code[..code.len() - rest.len() + start];
        let line = 1 + before.matches('\n').count();
        rest = &rest[start..];
        if !starts_path(before.rsplit('\n').next().unwrap_or_default()) {
            rest = &rest[1..];
            continue;
        }
        let mut found = Vec::new();
        rest = tree(rest, &mut Vec::new(), &mut found);
        used.extend(found.into_iter().map(|path| (line, path)));
    }
    used
}

/// Returns `true` if a path starts after this part of a line: neither in the middle of a
/// name nor in a string.
fn starts_path(line: &str) -> bool {
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | ':');
    !line.ends_with(goes_on) && line.matches('"').count().is_multiple_of(2)
}

fn without_comment(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

/// Reads a path, or a tree of paths in braces, and returns what follows.
fn tree<'s>(
    source: &'s str,
    start: &mut Vec<String>,
    found: &mut Vec<Vec<String>>,
) -> &'s str {
    let depth = start.len();
    let mut rest = source;
    loop {
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '*');
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if !name.is_empty() {
            start.push(name.to_owned());
        }
        rest = after;
        if let Some(inner) = rest.strip_prefix('{').filter(|_| name.is_empty()) {
            rest = branches(inner, start, found);
            break;
        }
        match rest.strip_prefix("::") {
            Some(next) => rest = next,
            None => {
                found.extend((start.len() > 1).then(|| start.clone()));
                break;
            }
        }
    }
    start.truncate(depth);
    rest
}

fn branches<'s>(
    source: &'s str,
    start: &mut Vec<String>,
    found: &mut Vec<Vec<String>>,
) -> &'s str {
    let mut rest = source.trim_start();
    while !rest.is_empty() && !rest.starts_with('}') {
        rest = tree(rest, start, found);
        // Skips the other name after `as`, and the comma.
        let next = rest.find([',', '}']).unwrap_or(rest.len());
        rest = rest[next..].trim_start_matches(',').trim_start();
    }
    rest.strip_prefix('}').unwrap_or(rest)
}
