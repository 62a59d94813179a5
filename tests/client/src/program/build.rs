//! Rust expressions for parameter objects, and what they are to become on the wire.

use std::collections::BTreeSet;

use super::Source;
use super::value::Numbers;
use crate::form_text::{Key, Step, below};
use crate::forms::{Field, Shape};

/// What is to be set in an object.
#[derive(Clone, Copy, Debug)]
pub(super) enum Want<'a> {
    /// What is required, or else one member.
    Least,
    /// All that there is.
    All,
    /// All that there is, but what can be cleared is cleared, and ranges have bounds.
    Cleared,
    /// One parameter, in one way, and what is required around it.
    One(&'a str, Way),
}

/// In what way a parameter is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Set,
    /// A boolean; `Set` is true.
    False,
    /// An enum, to the variable `value`.
    Each,
    /// An enum, or a list of them, to a value that nobody knows.
    Unknown,
    /// A list, to no items.
    Empty,
    /// A map, to an empty text, which removes the key.
    RemoveKey,
    Clear,
    /// A range, to exactly zero.
    Zero,
}

/// Stands for the value of the variable.
pub(super) const VARIABLE: &str = "\0";

/// Builds the parameters of one call.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    pub(super) source: &'a Source,
    pub(super) root: &'a str,
    pub(super) numbers: Numbers,
    pub(super) pairs: Vec<(Key, String)>,
    /// Paths and Rust paths that were named.
    pub(super) named: BTreeSet<(String, String)>,
}

impl Builder<'_> {
    /// The object at a path; `key` is where it stands on the wire.
    pub(super) fn object(
        &mut self,
        path: &str,
        key: &Key,
        fields: &[Field],
        want: Want<'_>,
    ) -> String {
        let wire = match path {
            "" => self.root.to_owned(),
            path => format!("{}:{path}", self.root),
        };
        let name = self.source.name(&wire).clone();
        let owner = format!("stripe_sessions::{}", name.rust);
        let mut made = format!(
            "{owner}::new({})",
            self.arguments(&name.arguments, path, key, fields, want)
        );
        for field in fields {
            let is_argument = name.arguments.contains(&field.name);
            let here = join(path, &field.name);
            if !on_path(want, &here)
                && (is_argument || !chosen(want, path, field, fields))
            {
                continue;
            }
            let rust = self.setter(&owner, &here);
            let key = below(key, Step::Name(field.name.clone()));
            made = if field.clearable && clears(want, &here) {
                self.pairs.push((key, String::new()));
                let (owner, setter) = rust.rsplit_once("::").expect("a path");
                format!("{owner}::clear_{setter}({made})")
            } else {
                let value = self.value(&here, &key, &field.shape, inside(want, &here));
                format!("{rust}({made}, {value})")
            };
        }
        made
    }

    /// The arguments of `new`. What is to be set by its setter gets another value here, which
    /// the setter must replace.
    fn arguments(
        &mut self,
        names: &[String],
        path: &str,
        key: &Key,
        fields: &[Field],
        want: Want<'_>,
    ) -> String {
        let mut made = Vec::new();
        for name in names {
            let field = fields.iter().find(|field| field.name == *name);
            let field =
                field.unwrap_or_else(|| panic!("{path} has no parameter `{name}`"));
            let here = join(path, name);
            let key = below(key, Step::Name(name.clone()));
            let sent = self.pairs.len();
            made.push(self.value(&here, &key, &field.shape, inside(want, &here)));
            if on_path(want, &here) {
                self.pairs.truncate(sent);
            }
        }
        made.join(", ")
    }

    /// The Rust path of a setter, by the inventory.
    fn setter(&mut self, owner: &str, path: &str) -> String {
        let rust = self.source.line(self.root, path).rust.clone();
        assert_eq!(
            rust.rsplit_once("::").map(|(owner, _)| owner),
            Some(owner),
            "owner of {path}"
        );
        self.named.insert((path.to_owned(), rust.clone()));
        rust
    }
}

/// The path of a member.
pub(super) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// Whether the one parameter that is wanted is this, or inside of it.
fn on_path(want: Want<'_>, here: &str) -> bool {
    let Want::One(target, _) = want else { return false };
    let rest = target.strip_prefix(here);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[', '{']))
}

/// What is wanted inside a member.
fn inside<'a>(want: Want<'a>, here: &str) -> Want<'a> {
    match want {
        Want::One(..) if !on_path(want, here) => Want::Least,
        want => want,
    }
}

fn clears(want: Want<'_>, here: &str) -> bool {
    match want {
        Want::Cleared => true,
        Want::One(target, way) => target == here && way == Way::Clear,
        Want::Least | Want::All => false,
    }
}

/// Whether a member is set that is not asked for by its path.
fn chosen(want: Want<'_>, path: &str, field: &Field, fields: &[Field]) -> bool {
    match want {
        Want::All | Want::Cleared => true,
        Want::One(..) => field.required,
        Want::Least if path.is_empty() || fields.iter().any(|field| field.required) => {
            field.required
        }
        // An object that is there must have something in it: a plain value if there is one.
        Want::Least => {
            let plain = |field: &&Field| {
                !matches!(field.shape, Shape::Object(_) | Shape::Map(_))
            };
            let first = fields.iter().find(plain).or(fields.first());
            first.is_some_and(|first| first.name == field.name)
        }
    }
}
