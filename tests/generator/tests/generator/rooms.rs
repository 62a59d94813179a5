//! Checks that the rooms of the generator and of the runtime use each other in one direction
//! only.

use std::fs;
use std::path::Path;

use generator_tests::workspace;

/// The front of a folder, where its modules are declared.
const FRONT: &str = "mod";

/// A tree of modules with an order.
struct Rooms {
    /// The folder.
    root: &'static str,
    /// The path of its root module.
    path: &'static [&'static str],
    orders: &'static [Order],
    /// What it uses of the crate around it, or emits as code.
    around: &'static [&'static str],
    /// The number of paths in it that the test must find at least.
    paths: usize,
}

const GENERATOR: Rooms = Rooms {
    root: "generator/src",
    path: &["crate"],
    orders: &[Order {
        folder: "",
        parts: &[
            "diagnostic",
            "openapi",
            "input",
            "model",
            "rust",
            "output",
            "dump",
            "diff",
            "explain",
            "upgrade",
            "pipeline",
            "lib",
            "cli",
            "main",
            "testing",
        ],
    }],
    around: &["runtime"],
    paths: 300,
};

const RUNTIME: Rooms = Rooms {
    root: "templates/src/runtime",
    path: &["crate", "runtime"],
    orders: &ORDERS,
    around: &["API_VERSION", "SECRET_PARAMS"],
    paths: 300,
};

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

/// A path in the code, with the number of its line.
type Used = (usize, Vec<String>);

#[test]
fn rooms_use_those_before_them() {
    let faults: Vec<String> =
        [GENERATOR, RUNTIME].iter().flat_map(Rooms::faults).collect();
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
        let found = RUNTIME.faults_of(&module_of(Path::new(path)), source);
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
        let found = RUNTIME.faults_of(&module_of(Path::new(path)), source);
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

impl Rooms {
    fn faults(&self) -> Vec<String> {
        let root = workspace().join(self.root);
        let mut faults = Vec::new();
        let mut seen = 0;
        each_file(&root, &mut |path| {
            let module = module_of(path.strip_prefix(&root).unwrap());
            // The front of the runtime is no room.
            if !module.is_empty() {
                let source = fs::read_to_string(path).unwrap();
                seen += paths(&source).len();
                for (line, fault) in self.faults_of(&module, &source) {
                    faults.push(format!("{}:{line}: {fault}", path.display()));
                }
            }
        });
        assert!(seen > self.paths, "only {seen} paths were found");
        faults
    }

    /// Returns the faults of a file with their lines.
    fn faults_of(&self, module: &[String], source: &str) -> Vec<(usize, String)> {
        let unlisted = self.orders.iter().filter_map(|order| order.unlisted(module));
        let used = paths(source).into_iter();
        let against =
            used.filter_map(|(line, path)| Some((line, self.fault(module, &path)?)));
        unlisted.map(|fault| (1, fault)).chain(against).collect()
    }

    /// Returns what is wrong with a path in a module.
    fn fault(&self, module: &[String], path: &[String]) -> Option<String> {
        match self.absolute(module, path) {
            Ok(target) if self.is_around(target.first()) => None,
            Ok(target) => {
                self.orders.iter().find_map(|order| order.fault(module, &target))
            }
            Err(name) if self.around.contains(&name) => None,
            Err(name) => Some(format!("`{name}` is not inside `{}`", self.root)),
        }
    }

    fn is_around(&self, name: Option<&String>) -> bool {
        name.is_some_and(|name| self.around.contains(&name.as_str()))
    }

    /// Returns a path below the root, or the name outside of it that it starts with.
    /// `super` is resolved from the file, also in a module inside it.
    fn absolute<'p>(
        &self,
        module: &[String],
        path: &'p [String],
    ) -> Result<Vec<String>, &'p str> {
        if path[0] == "crate" {
            let is_inside = path.iter().zip(self.path).all(|(a, b)| a == b);
            let depth = self.path.len();
            return if is_inside { Ok(path[depth..].to_vec()) } else { Err(&path[1]) };
        }
        let ups = path.iter().take_while(|name| *name == "super").count();
        let kept = module.len().saturating_sub(ups);
        Ok(module[..kept].iter().chain(&path[ups.max(1)..]).cloned().collect())
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

/// Returns the paths of a file that start with `crate`, `self` or `super`, except those with
/// `$crate`: what a macro expands to is emitted code. Unit tests may use everything.
fn paths(source: &str) -> Vec<Used> {
    let mut used = Vec::new();
    let tested = source.lines().take_while(|line| *line != "#[cfg(test)]");
    let code: Vec<&str> = tested.map(without_comment).collect();
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
