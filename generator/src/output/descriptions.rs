//! Lists the public items with their descriptions, and where each description is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result, unescape};
use crate::input::Inputs;
use crate::openapi::dialect::{ENUM_DESCRIPTIONS, TYPE_DESCRIPTION};
use crate::openapi::position::Position;
use crate::rust::{self, Crate, Ident, Shape, TypeDef, Value};

/// The description of a node itself.
const DESCRIPTION: &str = "description";

/// A public item that a description is for.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// The module.
    pub module: &'a str,
    /// The path of the item below the crate.
    pub rust: String,
    /// The description; empty if there is none.
    pub text: &'a str,
    source: Source<'a>,
}

/// The place where the description of an item is written.
#[derive(Clone, Debug)]
enum Source<'a> {
    /// A member of a node of the document, which an overlay of prose sets.
    Document {
        /// The file with the node.
        file: &'a str,
        /// The JSON pointer of the node.
        pointer: &'a str,
        /// The member of the node.
        member: &'static str,
        /// The enum value that the description is for, which is a member of the member.
        value: Option<&'a str>,
    },
    /// A page of the book, by its path.
    Page(String),
}

/// Returns all modules, types, fields, parameters, values and operations.
///
/// It leaves out what the generator itself describes: modules of parameters, unions,
/// references to resources, and the parameters of an operation, which has a description.
pub fn items(krate: &Crate) -> Vec<Item<'_>> {
    let types = krate.types.iter().flat_map(|def| of_type(krate, def));
    let operations = krate.accessors.iter().flat_map(|accessor| {
        let name = &accessor.name;
        krate.operations_of(accessor).map(|operation| Item {
            module: &name.module,
            rust: format!("{}::{}::{}", name.module, name.ident, operation.ident),
            text: &operation.api.docs,
            source: node(&krate.file, &operation.api.pointer),
        })
    });
    modules(krate).chain(types).chain(operations).collect()
}

fn modules(krate: &Crate) -> impl Iterator<Item = Item<'_>> {
    let types = krate.types.iter().map(|def| &def.name);
    let accessors = krate.accessors.iter().map(|accessor| &accessor.name);
    let names: BTreeSet<&str> = types
        .chain(accessors)
        .filter_map(|name| name.module.split("::").next())
        .collect();
    names.into_iter().map(|name| Item {
        module: name,
        rust: name.to_owned(),
        text: krate.pages.get(name).map_or("", String::as_str),
        source: Source::Page(format!("{name}.md")),
    })
}

fn of_type<'a>(krate: &'a Crate, def: &'a TypeDef) -> Vec<Item<'a>> {
    let origin = def.origin();
    let path = format!("{}::{}", def.name.module, def.name.ident);
    let item = |rust: String, text, source| Item {
        module: &def.name.module,
        rust,
        text,
        source,
    };
    let member = |ident: &Ident, text, pointer| {
        item(format!("{path}::{ident}"), text, node(&krate.file, pointer))
    };
    let mut items: Vec<Item<'_>> = match &def.shape {
        Shape::Object(object) => {
            let fields = object.fields.iter();
            fields.map(|f| member(&f.ident, &f.docs, &f.api.pointer)).collect()
        }
        Shape::Params(params) => {
            let fields = params.fields.iter();
            fields.map(|f| member(&f.ident, &f.docs, &f.api.pointer)).collect()
        }
        Shape::Enum(values) => values
            .iter()
            .map(|v| item(format!("{path}::{}", v.ident), &v.docs, value(krate, v)))
            .collect(),
        Shape::Union(_) | Shape::Reference(_) => return Vec::new(),
    };
    let is_of_operation = |place: &rust::Place| place.is_sent && place.path.is_empty();
    if !def.origins.iter().all(is_of_operation) {
        items.push(item(path.clone(), &def.docs, of_schema(krate, origin)));
    }
    items
}

/// Returns the place of the description of a node. That of a query parameter is next to
/// its schema, not in it.
fn node<'a>(file: &'a str, pointer: &'a str) -> Source<'a> {
    let pointer = match pointer.strip_suffix("/schema") {
        Some(parent) if position(parent) == Position::Parameter => parent,
        _ => pointer,
    };
    Source::Document { file, pointer, member: DESCRIPTION, value: None }
}

/// Returns the place of the description of a type. The description of a property is about
/// the property.
fn of_schema<'a>(krate: &'a Crate, origin: &'a rust::Place) -> Source<'a> {
    let member = if origin.is_property { TYPE_DESCRIPTION } else { DESCRIPTION };
    Source::Document { file: &krate.file, pointer: &origin.pointer, member, value: None }
}

/// Returns the place of the description of an enum value.
fn value<'a>(krate: &'a Crate, value: &'a Value) -> Source<'a> {
    Source::Document {
        file: &krate.file,
        pointer: &value.pointer,
        member: ENUM_DESCRIPTIONS,
        value: Some(&value.wire),
    }
}

/// Reports the items without a description.
///
/// # Errors
/// Returns an error if there are any.
pub fn check(krate: &Crate, inputs: &Inputs) -> Result<()> {
    let mut problems = Diagnostics::default();
    for item in items(krate).iter().filter(|item| item.text.trim().is_empty()) {
        let fault = format!("`{}` has no description", item.rust);
        problems.push(match &item.source {
            Source::Document { file, pointer, member, value } => {
                let value = value.map_or(String::new(), |value| format!(", value `{value}`"));
                Diagnostic::new(*file, Place::Pointer((*pointer).to_owned()), fault).help(
                    format!(
                        "describe it in an overlay of prose: target `{}`, member `{member}`{value}",
                        json_path(pointer)
                    ),
                )
            }
            Source::Page(page) => Diagnostic::new(inputs.book_file(page), Place::File, fault)
                .help("write this page; `inputs.book` in the scope names its folder"),
        });
    }
    problems.into_result(())
}

/// Returns the kind of the node at a JSON pointer.
fn position(pointer: &str) -> Position {
    steps(pointer).fold(Position::Root, |at, (step, _)| at.member(&step))
}

/// Returns the JSONPath that selects the node at a JSON pointer: the target of an action.
fn json_path(pointer: &str) -> String {
    let mut path = "$".to_owned();
    for (step, at) in steps(pointer) {
        // Writing to a `String` cannot fail.
        let _ = match at {
            Position::List(_) => write!(path, "[{step}]"),
            _ if is_word(&step) => write!(path, ".{step}"),
            _ => write!(path, "['{}']", step.replace('\\', "\\\\").replace('\'', "\\'")),
        };
    }
    path
}

/// Returns the steps of a JSON pointer, each with the kind of the node that it leads away from.
fn steps(pointer: &str) -> impl Iterator<Item = (String, Position)> {
    pointer.split('/').skip(1).scan(Position::Root, |at, step| {
        let step = unescape(step);
        let from = *at;
        *at = from.member(&step);
        Some((step, from))
    })
}

/// Returns `true` if JSONPath takes the name without quotes.
fn is_word(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Returns a table: the number of items in each module, and of those with a description.
pub fn summary(krate: &Crate) -> String {
    let mut modules: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for item in items(krate) {
        for row in [item.module, TOTAL] {
            let (all, described) = modules.entry(row).or_default();
            *all += 1;
            *described += usize::from(!item.text.trim().is_empty());
        }
    }
    let width = modules.keys().map(|name| name.len()).max().unwrap_or(0);
    let mut text = format!("{:width$}  {:>6}  {:>9}\n", "module", "items", "described");
    let total = modules.remove(TOTAL);
    for (module, (all, described)) in
        modules.into_iter().chain(total.map(|t| (TOTAL, t)))
    {
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{module:width$}  {all:>6}  {described:>9}");
    }
    text
}

const TOTAL: &str = "total";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Api, Param, Received, Sent};
    use crate::testing::{field, inputs, param, path, sent};

    /// Returns the crate of an API in which only a parameter and a page are described.
    fn krate() -> Crate {
        let mut api = Api::empty();
        let colour = api.choice(path("boat:colour"), &["dark-red"]);
        let boat = api.object("boat", [field("colour", Received::Named(colour))]);
        let create = api.operation("POST /v1/boats", Received::Named(boat));
        assert!(sent(create, "").is_sent());
        let docs = "The name.".to_owned();
        api.params(create, "", [Param { docs, ..param("name", Sent::String) }]);
        let pages =
            BTreeMap::from([("boats".to_owned(), "All about boats.".to_owned())]);
        let mut krate = api.planned();
        krate.pages = pages;
        krate
    }

    #[test]
    fn all_items_but_those_that_the_generator_describes_are_listed() {
        let krate = krate();
        let all: Vec<String> = items(&krate).into_iter().map(|item| item.rust).collect();
        let expected = [
            "boats",
            "boats::BoatColour::DarkRed",
            "boats::BoatColour",
            "boats::Boat::colour",
            "boats::Boat",
            "boats::params::CreateBoat::name",
            "boats::Boats::create",
        ];
        assert_eq!(all, expected);
    }

    #[test]
    fn a_missing_description_is_reported_with_the_place_to_write_it() {
        let mut krate = krate();
        krate.pages.clear();
        let problems = check(&krate, &inputs()).unwrap_err().to_string();
        for part in [
            "error: `boats` has no description\n  --> spec/boats.md",
            "error: `boats::BoatColour` has no description\n  --> api.json#/colour\n  = help: describe it in an overlay of prose: target `$.colour`, member `x-typeDescription`",
            "member `x-enumDescriptions`, value `dark-red`",
            "error: `boats::Boats::create` has no description",
        ] {
            assert!(problems.contains(part), "{part}\n{problems}");
        }
        assert!(!problems.contains("CreateBoat::name"));
    }

    #[test]
    fn targets_are_json_paths() {
        let table = [
            (
                "/components/schemas/boat/properties/a",
                "$.components.schemas.boat.properties.a",
            ),
            ("/components/schemas/a.b/anyOf/0", "$.components.schemas['a.b'].anyOf[0]"),
            (
                "/paths/~1v1~1boats/get/parameters/1",
                "$.paths['/v1/boats'].get.parameters[1]",
            ),
            ("/x/it's", r"$.x['it\'s']"),
        ];
        for (pointer, path) in table {
            assert_eq!(json_path(pointer), path);
        }
    }

    #[test]
    fn query_parameters_are_described_beside_their_schemas() {
        let pointer = "/paths/~1v1~1boats/get/parameters/1/schema";
        let Source::Document { pointer, .. } = node("api.json", pointer) else {
            panic!()
        };
        assert_eq!(pointer, "/paths/~1v1~1boats/get/parameters/1");
    }

    #[test]
    fn the_summary_counts_each_module() {
        let expected = "module          items  described\nboats               6          1\nboats::params       1          1\ntotal               7          2\n";
        assert_eq!(summary(&krate()), expected);
    }
}
