//! The name lock, which keeps published names stable.
//!
//! A line has the form `wire path = Rust path`, followed by the arguments of `new` for
//! parameter types: `invoice#create:lines[] = invoice::params::LineParams(price,
//! quantity)`. Lines are added and never changed; a maintainer may edit a name before
//! its first release.
//!
//! Fields and setters are called after their own word and have no line, unless a maintainer adds
//! one, to tell two spellings of a word apart: `invoice:dueDate@name = invoice::Invoice::due_day`.

use std::collections::{BTreeMap, BTreeSet};

use super::ident;
use super::names::TypeName;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};

const HEADER: &str = "\
# The published names: wire path = Rust path. The generator adds lines and never
# changes one. A name may be edited here before its first release.
";

/// The end of the key of a field's or a setter's name.
const MEMBER: &str = "@name";

/// Returns the key of the name of a field or a setter, whose path has the key `key`.
pub(super) fn member_key(key: &str) -> String {
    format!("{key}{MEMBER}")
}

/// The lock as it was read, with the added lines.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    lines: BTreeMap<String, Entry>,
    added: BTreeMap<String, Entry>,
    used: BTreeSet<String>,
    text: String,
}

/// The contents of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    path: String,
    arguments: Vec<String>,
}

impl Lock {
    /// Parses the lock. `file` is its name in diagnostics.
    ///
    /// # Errors
    /// Returns an error if a line is malformed or a key is duplicated.
    pub fn read(file: &str, text: &str) -> Result<Self> {
        let mut lock = Self { text: text.to_owned(), ..Self::default() };
        let mut problems = Diagnostics::default();
        let mut numbers = BTreeMap::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let problem =
                |fault: String| Diagnostic::new(file, Place::Line(index + 1, 1), fault);
            match Entry::parse(line) {
                Err(fault) => problems.push(
                    problem(fault)
                        .found(format!("`{line}`"))
                        .help("correct the line, or remove it to have a name proposed"),
                ),
                Ok((key, entry)) => {
                    if let Some(first) = numbers.insert(key.clone(), index + 1) {
                        problems.push(
                            problem(format!("duplicate wire path `{key}`"))
                                .note(format!("the first one is in line {first}"))
                                .help("remove one of the two lines"),
                        );
                    }
                    lock.lines.insert(key, entry);
                }
            }
        }
        problems.into_result(lock)
    }

    /// Returns the locked keys with their Rust paths.
    pub fn paths(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().map(|(key, entry)| (key.as_str(), entry.path.as_str()))
    }

    /// Returns `true` if there were no lines: nobody uses the crate yet.
    pub fn is_new(&self) -> bool {
        self.lines.is_empty()
    }

    /// Returns the number of the line with a key.
    pub fn line(&self, key: &str) -> Option<usize> {
        let has_key = |line: &str| {
            line.trim().split_once(" = ").is_some_and(|(found, _)| found == key)
        };
        self.text.lines().position(has_key).map(|index| index + 1)
    }

    /// Returns the locked module and identifier of a type.
    pub(crate) fn name(&self, key: &str) -> Option<(String, String)> {
        let (module, ident) = self.lines.get(key)?.path.rsplit_once("::")?;
        Some((module.to_owned(), ident.to_owned()))
    }

    /// Returns the locked name of a method, a field or a setter.
    pub(crate) fn member(&self, key: &str) -> Option<String> {
        Some(self.lines.get(key)?.path.rsplit_once("::")?.1.to_owned())
    }

    /// Returns the locked order of the arguments of `new`.
    pub(crate) fn arguments(&self, key: &str) -> Vec<String> {
        self.lines.get(key).map(|entry| entry.arguments.clone()).unwrap_or_default()
    }

    /// Records the name of a type or an accessor.
    pub(crate) fn record(
        &mut self,
        key: String,
        name: &TypeName,
        arguments: Vec<String>,
    ) {
        self.record_path(key, format!("{}::{}", name.module, name.ident), arguments);
    }

    /// Records a path.
    pub(crate) fn record_path(
        &mut self,
        key: String,
        path: String,
        arguments: Vec<String>,
    ) {
        let entry = Entry { path, arguments };
        self.used.insert(key.clone());
        if self.lines.get(&key) != Some(&entry) {
            self.added.insert(key, entry);
        }
    }

    /// Returns the number of lines that were added or completed.
    pub fn added(&self) -> usize {
        self.added.len()
    }

    /// Returns the lines that were added or completed.
    pub fn added_lines(&self) -> impl Iterator<Item = String> {
        self.added.iter().map(|(key, entry)| entry.line(key))
    }

    /// Returns the lock as the next version of the API finds it: with the added lines, except
    /// those whose names other lines hold.
    #[must_use]
    pub fn for_next_version(&self) -> Self {
        let mut next =
            Self { added: BTreeMap::new(), used: BTreeSet::new(), ..self.clone() };
        let held: BTreeSet<&str> = self.paths().map(|(_, path)| path).collect();
        let free = self.added.iter().filter(|(_, entry)| !held.contains(&*entry.path));
        next.lines.extend(free.map(|(key, entry)| (key.clone(), entry.clone())));
        next
    }

    /// Returns the contents of the lock, including added lines. Existing lines keep their
    /// position.
    pub fn text(&self) -> String {
        let mut added = self.added.clone();
        let mut text =
            if self.text.is_empty() { HEADER.to_owned() } else { String::new() };
        for line in self.text.lines() {
            let known = Entry::parse(line.trim())
                .ok()
                .and_then(|(key, _)| added.remove_entry(&key));
            match known {
                Some((key, entry)) => text.push_str(&entry.line(&key)),
                None => text.push_str(line),
            }
            text.push('\n');
        }
        for (key, entry) in &added {
            text.push_str(&entry.line(key));
            text.push('\n');
        }
        text
    }
}

impl Entry {
    /// Parses a line, or describes its fault.
    fn parse(line: &str) -> std::result::Result<(String, Self), String> {
        let form = || "not of the form `wire path = module::Name`".to_owned();
        let (key, value) = line.split_once(" = ").ok_or_else(form)?;
        let (path, arguments) = match value.split_once('(') {
            Some((path, rest)) => {
                let arguments = rest.strip_suffix(')');
                (path, arguments.ok_or("missing `)` after the arguments")?)
            }
            None => (value, ""),
        };
        // The key of an operation contains its method, as in `GET /v1/things`.
        let is_member = key.contains(' ') || key.ends_with(MEMBER);
        let (types, member) = match path.rsplit_once("::") {
            Some((owner, member)) if is_member => (owner, Some(member)),
            _ => (path, None),
        };
        if !types.contains("::") {
            return Err(form());
        }
        check_path(types, member)?;
        let arguments: Vec<String> =
            arguments.split(", ").filter(|a| !a.is_empty()).map(str::to_owned).collect();
        if arguments.iter().any(|argument| argument.contains([',', ' '])) {
            return Err("the arguments are not separated by `, `".to_owned());
        }
        Ok((key.to_owned(), Self { path: path.to_owned(), arguments }))
    }

    fn line(&self, key: &str) -> String {
        if self.arguments.is_empty() {
            format!("{key} = {}", self.path)
        } else {
            format!("{key} = {}({})", self.path, self.arguments.join(", "))
        }
    }
}

/// Checks that a type, and if there is one, a method can have this path.
fn check_path(types: &str, method: Option<&str>) -> std::result::Result<(), String> {
    if types.split("::").count() > ident::MOST_MODULES + 1 {
        return Err(format!(
            "more than {} modules inside each other",
            ident::MOST_MODULES
        ));
    }
    let invalid = types.split("::").chain(method).find(|name| !ident::is_legal(name));
    if let Some(invalid) = invalid {
        return Err(format!("`{invalid}` is not a valid Rust identifier"));
    }
    let name = types.rsplit("::").next().unwrap_or_default();
    if !name.starts_with(|c: char| c.is_ascii_uppercase()) {
        return Err(format!("type name `{name}` does not start with a capital letter"));
    }
    if !ident::is_type_path(types) {
        return Err(format!("reserved name in `{types}`"));
    }
    match method.filter(|method| !ident::is_method(method)) {
        Some(method) => Err(format!("reserved method name `{method}`")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::faults;

    fn name(path: &str) -> TypeName {
        let (module, ident) = path.rsplit_once("::").unwrap();
        TypeName { module: module.to_owned(), ident: ident::type_name(ident) }
    }

    #[test]
    fn lines_keep_their_places_and_new_ones_come_last() {
        let text =
            "# A remark.\nsail = a::Sail\n\noar = a::Oar(length)\nboat = a::Boat\n";
        let mut lock = Lock::read("names.lock", text).unwrap();
        lock.record(
            "oar".to_owned(),
            &name("a::Oar"),
            vec!["length".to_owned(), "weight".to_owned()],
        );
        lock.record("boat".to_owned(), &name("a::Boat"), Vec::new());
        lock.record("mast".to_owned(), &name("a::Mast"), Vec::new());
        let expected = "# A remark.\nsail = a::Sail\n\noar = a::Oar(length, weight)\nboat = a::Boat\nmast = a::Mast\n";
        assert_eq!((lock.text().as_str(), lock.added()), (expected, 2));
    }

    #[test]
    fn a_new_lock_has_a_header() {
        let mut lock = Lock::read("names.lock", "").unwrap();
        lock.record("boat".to_owned(), &name("a::Boat"), Vec::new());
        assert_eq!(lock.text(), format!("{HEADER}boat = a::Boat\n"));
    }

    #[test]
    fn lines_have_a_path_and_arguments() {
        let text = "a#create:b[] = a::params::B(c, d)\nGET /v1/a = a::As::list\n\
                    a:someWord@name = a::A::other_word\n";
        let lock = Lock::read("names.lock", text).unwrap();
        assert_eq!(
            lock.name("a#create:b[]"),
            Some(("a::params".to_owned(), "B".to_owned()))
        );
        assert_eq!(lock.arguments("a#create:b[]"), ["c", "d"]);
        assert_eq!(lock.member("GET /v1/a").as_deref(), Some("list"));
        let key = member_key("a:someWord");
        assert_eq!(lock.member(&key).as_deref(), Some("other_word"));
        assert_eq!(lock.name("b"), None);
    }

    #[test]
    fn lines_that_cannot_be_names_are_faults() {
        let form = "not of the form `wire path = module::Name`";
        let table = [
            ("boat a::Boat", form),
            ("boat = Boat", form),
            ("boat = a::Boat(b", "missing `)` after the arguments"),
            ("boat = a::Boat(b,c)", "the arguments are not separated by `, `"),
            ("boat = a::B-oat", "`B-oat` is not a valid Rust identifier"),
            ("boat:a@name = a::Boat", form),
            (
                "boat:a@name = a::boat::b",
                "type name `boat` does not start with a capital letter",
            ),
            ("boat:a@name = a::Boat::b-c", "`b-c` is not a valid Rust identifier"),
            ("boat = a::boat", "type name `boat` does not start with a capital letter"),
            ("boat = runtime::Boat", "reserved name in `runtime::Boat`"),
            ("boat = a::String", "reserved name in `a::String`"),
            ("GET /v1/a = a::As::new", "reserved method name `new`"),
            ("a = b::C\na = b::D", "duplicate wire path `a`"),
        ];
        for (text, fault) in table {
            assert_eq!(faults(Lock::read("names.lock", text)), [fault], "{text}");
        }
        let deep = format!("boat = {}Boat", "a::".repeat(17));
        let fault = "more than 16 modules inside each other";
        assert_eq!(faults(Lock::read("names.lock", &deep)), [fault]);
    }
}
