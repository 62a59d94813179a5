//! Builds parameter objects in which one member is set in one way, or all are.

use super::Source;
use super::model::{Object, Value};
use super::value::Numbers;
use crate::forms::{Field, Shape};

/// The members of an object to set.
#[derive(Clone, Copy, Debug)]
pub(super) enum Want<'a> {
    /// The required members, or one member if none is required.
    Least,
    /// All members.
    All,
    /// All members, but those that can be cleared are cleared, and ranges have bounds.
    Cleared,
    /// One parameter, in one way, with the required members around it.
    One(&'a str, Way<'a>),
}

/// The way in which a parameter is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way<'a> {
    Set,
    /// A boolean, to `false`; `Set` is `true`.
    False,
    /// An enum, to this value.
    To(&'a str),
    /// An enum, or a list of them, to an unknown value.
    Unknown,
    /// A list, to no items.
    Empty,
    /// A map, to an empty value, which removes the key.
    RemoveKey,
    Clear,
    /// A range, to exactly zero.
    Zero,
}

/// Builds the parameters of one call.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    pub(super) source: &'a Source,
    pub(super) root: &'a str,
    pub(super) numbers: Numbers,
}

impl Builder<'_> {
    /// Builds the object at a path.
    pub(super) fn object(
        &mut self,
        path: &str,
        fields: &[Field],
        want: Want<'_>,
    ) -> Object {
        let arguments = self.source.arguments(self.root, path);
        let mut made = Object {
            arguments: self.arguments(arguments, path, fields, want),
            setters: Vec::new(),
        };
        for field in fields {
            if field.shape.is_memberless() {
                continue;
            }
            let is_argument = arguments.contains(&field.name);
            let here = join(path, &field.name);
            if !on_path(want, &here)
                && (is_argument || !chosen(want, path, field, fields))
            {
                continue;
            }
            let value = if field.clearable && clears(want, &here) {
                Value::Clear
            } else {
                self.value(&here, &field.shape, inside(want, &here))
            };
            made.setters.push((field.name.clone(), value));
        }
        made
    }

    /// Builds the arguments of `new`. A member that its setter sets receives another
    /// value here, which the setter must replace.
    fn arguments(
        &mut self,
        names: &[String],
        path: &str,
        fields: &[Field],
        want: Want<'_>,
    ) -> Vec<(String, Value)> {
        let mut made = Vec::new();
        for name in names {
            let field = fields.iter().find(|field| field.name == *name);
            let field =
                field.unwrap_or_else(|| panic!("{path} has no parameter `{name}`"));
            let here = join(path, name);
            let value = self.value(&here, &field.shape, inside(want, &here));
            made.push((name.clone(), value));
        }
        made
    }
}

/// Returns the path of a member.
pub(super) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// Returns `true` if the wanted parameter is this one or inside it.
fn on_path(want: Want<'_>, here: &str) -> bool {
    let Want::One(target, _) = want else { return false };
    let rest = target.strip_prefix(here);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[', '{']))
}

/// Returns the part of a wish that applies inside a member.
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

/// Returns `true` if a member is set although its path is not requested.
fn chosen(want: Want<'_>, path: &str, field: &Field, fields: &[Field]) -> bool {
    match want {
        Want::All | Want::Cleared => true,
        Want::One(..) => field.required,
        Want::Least if path.is_empty() || fields.iter().any(|field| field.required) => {
            field.required
        }
        // An object must not be empty: set a plain value if there is one.
        Want::Least => {
            let plain = |field: &&Field| {
                !matches!(field.shape, Shape::Object(_) | Shape::Map(_))
            };
            let first = fields.iter().find(plain).or(fields.first());
            first.is_some_and(|first| first.name == field.name)
        }
    }
}
