//! Prints the model of the API, or the planned crate, as text: one item a line, for a
//! maintainer who looks for the phase that broke.
//!
//! A line has the form `kind name = wire path (details)`. Members repeat the name of their
//! type, so that each line can be found and compared on its own. Types are in the order of
//! their names, members in the order of the model.

mod api;
mod krate;

use crate::diagnostic::suggest;
use crate::diagnostic::{Diagnostic, Place, Result};
use crate::model::{Absence, Field, Operation, Param, Received, Sent, TypeId};

pub use api::api;
pub use krate::krate;

/// The argument that names items; the name of its "file" in diagnostics.
const NAME: &str = "NAME";

/// The lines of a model.
#[derive(Clone, Debug, Default)]
pub struct Dump(Vec<Line>);

/// An item.
#[derive(Clone, Debug)]
struct Line {
    kind: &'static str,
    /// The names of the item: a path in Rust, a path on the wire, or both.
    names: Vec<String>,
    details: Vec<String>,
}

impl Dump {
    /// Returns the lines of the items that have `part` in one of their names, or all lines.
    ///
    /// # Errors
    /// Returns an error if no item has such a name.
    pub fn text(&self, part: Option<&str>) -> Result<String> {
        let is_meant = |line: &&Line| part.is_none_or(|part| line.is_called(part));
        let lines: Vec<String> =
            self.0.iter().filter(is_meant).map(Line::text).collect();
        match part {
            Some(part) if lines.is_empty() => Err(self.unknown(part).into()),
            _ => Ok(lines.concat()),
        }
    }

    fn push(
        &mut self,
        kind: &'static str,
        names: impl IntoIterator<Item = String>,
        details: Vec<String>,
    ) {
        self.0.push(Line { kind, names: names.into_iter().collect(), details });
    }

    fn unknown(&self, part: &str) -> Diagnostic {
        let names = self.0.iter().flat_map(|line| &line.names).map(String::as_str);
        let otherwise = "name a component, or a part of a wire path or a Rust path";
        let fault = format!("no item of the model is called `{part}`");
        Diagnostic::new(NAME, Place::File, fault)
            .help(suggest::help(part, names, otherwise))
    }
}

impl Line {
    fn is_called(&self, part: &str) -> bool {
        self.names.iter().any(|name| name.contains(part))
    }

    fn text(&self) -> String {
        let details = match self.details.as_slice() {
            [] => String::new(),
            details => format!(" ({})", details.join(", ")),
        };
        format!("{} {}{details}\n", self.kind, self.names.join(" = "))
    }
}

/// Returns the words whose conditions are met.
fn words<const N: usize>(all: [(&str, bool); N]) -> impl Iterator<Item = String> {
    all.into_iter().filter(|(_, is)| *is).map(|(word, _)| word.to_owned())
}

/// Returns the type of a received value, with the names of its types.
fn received(ty: &Received, name: &dyn Fn(TypeId) -> String) -> String {
    match ty {
        Received::Named(id) => name(*id),
        Received::Raw(targets) if targets.is_empty() => "Raw".to_owned(),
        Received::Raw(targets) => format!("Raw<{}>", targets.join(" or ")),
        Received::Expandable(id, _) => format!("Expandable<{}>", name(*id)),
        Received::Deletable(id, _) => format!("Deletable<{}>", name(*id)),
        Received::List(of) => format!("List<{}>", received(of, name)),
        Received::SearchResult(of) => format!("SearchResult<{}>", received(of, name)),
        Received::Array(of) => format!("Array<{}>", received(of, name)),
        Received::Map(of) => format!("Map<{}>", received(of, name)),
        plain => format!("{plain:?}"),
    }
}

/// Returns the type of a sent value, with the names of its types.
fn sent(ty: &Sent, name: &dyn Fn(TypeId) -> String) -> String {
    match ty {
        Sent::Named(id) => name(*id),
        Sent::Array(of) => format!("Array<{}>", sent(of, name)),
        Sent::Map(of) => format!("Map<{}>", sent(of, name)),
        plain => format!("{plain:?}"),
    }
}

/// Returns the words about an operation that the model and the crate have in common.
fn about_operation(operation: &Operation) -> impl Iterator<Item = String> {
    let host = operation.host.iter().map(|host| format!("at {host}"));
    host.chain(words([("multipart", operation.multipart)]))
}

/// Returns the words about a received field that the model and the crate have in common.
fn about_field(field: &Field) -> impl Iterator<Item = String> {
    words([
        ("required", field.required),
        ("optional", !field.required),
        ("nullable", field.nullable),
        ("empty if absent", field.required && field.absence == Absence::Empty),
        ("deprecated", field.deprecated),
    ])
}

/// Returns the words about a parameter that the model and the crate have in common.
fn about_param(param: &Param) -> impl Iterator<Item = String> {
    words([
        ("required", param.required),
        ("optional", !param.required),
        ("clearable", param.clearable),
        ("secret", param.secret),
        ("deprecated", param.deprecated),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dump() -> Dump {
        let mut dump = Dump::default();
        for (rust, wire) in [("boats::Boat", "boat"), ("oars::Oar", "boat:oars[]")] {
            dump.push("struct", [rust.to_owned(), wire.to_owned()], Vec::new());
        }
        dump.push("value", ["red".to_owned()], vec!["a".to_owned(), "b".to_owned()]);
        dump
    }

    #[test]
    fn a_name_selects_the_items_that_have_it_in_a_path() {
        let table = [
            ("boats::", "struct boats::Boat = boat\n"),
            ("oars[]", "struct oars::Oar = boat:oars[]\n"),
            ("boat", "struct boats::Boat = boat\nstruct oars::Oar = boat:oars[]\n"),
            ("red", "value red (a, b)\n"),
        ];
        for (name, lines) in table {
            assert_eq!(dump().text(Some(name)).unwrap(), lines, "{name}");
        }
        assert_eq!(dump().text(None).unwrap().lines().count(), 3);
    }

    #[test]
    fn a_name_that_nothing_has_is_an_error_with_a_suggestion() {
        let problems = dump().text(Some("boats::Boaty")).unwrap_err().to_string();
        assert!(problems.contains("did you mean `boats::Boat`?"), "{problems}");
    }
}
