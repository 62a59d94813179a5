//! Extracts the part of a document that a scope keeps: the paths, and everything they
//! reach.
//!
//! Names, shapes and order are preserved. Objects that are only available by expanding
//! an id are not reached; see [`expandable`] for the form of such ids.

mod copy;
pub mod expandable;
mod reach;
mod yaml;

use serde_json::{Map, Value};

use crate::diagnostic::escape;
use crate::diagnostic::suggest;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::openapi::dialect;
use crate::openapi::document::{Document, Node};
use copy::Copier;
use reach::Reach;

/// The treatment of descriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prose {
    /// Descriptions are kept.
    Keep,
    /// Descriptions are removed, so that only the structure remains.
    Drop,
}

/// The parts of a document to keep.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    /// The file that selects them, for diagnostics.
    pub file: &'a str,
    /// Path prefixes, or `None` for all paths.
    pub paths: Option<&'a [String]>,
    /// Properties (`component.property`) that become raw JSON.
    pub opaque: &'a [String],
    /// Properties (`component.property` or `*.property`) that hold secrets.
    pub secret: &'a [String],
    /// Operations (`GET /v1/things`) that are legacy.
    pub legacy: &'a [String],
    /// `true` if the selection is that of a scope. Everything in a scope must be in the document;
    /// on the command line, only the paths must be.
    pub strict: bool,
    /// `true` if overlays were applied to the document.
    pub overlaid: bool,
    /// Components to keep in addition to those that the paths reach, each with the pointer of the
    /// entry that selects it.
    pub components: Vec<(String, &'a str)>,
    /// The component of events, and the pointer of the list of their types.
    pub event_types: Option<(&'a str, &'a str)>,
}

impl Selection<'_> {
    /// Returns the location of a selection; the command line has no pointers.
    fn place(&self, pointer: String) -> Place {
        if self.strict { Place::Pointer(pointer) } else { Place::File }
    }
}

/// Returns the part of `document` that `selection` names. `digest` is the SHA-256 of the
/// document's file; it is ignored if the document is a slice, which contains its digest.
///
/// # Errors
/// Returns an error if the document is not OpenAPI 3.0, or lacks something that is
/// selected.
pub fn slice(
    document: &Document,
    selection: &Selection<'_>,
    prose: Prose,
    digest: &str,
) -> Result<Document> {
    let root = document.node();
    check_version(&root)?;
    let info = info(&root, digest)?;
    let paths = kept_paths(&root, selection)?;
    check_properties(document, selection)?;
    check_legacy(document, &paths, selection)?;
    let opaque: Vec<String> =
        selection.opaque.iter().map(|name| property_pointer(name)).collect();
    let reach = Reach::of(document, &paths, selection, &opaque)?;
    let copier = Copier { reached: &reach, opaque: &opaque, prose };
    let mut tree = Map::new();
    tree.insert("openapi".to_owned(), root.require("openapi")?.value.clone());
    tree.insert("info".to_owned(), info);
    for key in ["servers", "security"] {
        if let Some(node) = root.get(key) {
            tree.insert(key.to_owned(), copier.root_member(key, &node));
        }
    }
    tree.insert("paths".to_owned(), copier.paths(&paths));
    tree.insert("components".to_owned(), copier.components(&root)?);
    let mut slice = Document { file: document.file.clone(), root: Value::Object(tree) };
    if let Some((component, list)) = selection.event_types {
        keep_event_types(document, &mut slice, component, list);
    }
    Ok(slice)
}

/// Stores the names of all event types in the schema of an event's type, since the
/// operation that lists them may be out of scope. A slice already contains them.
fn keep_event_types(
    document: &Document,
    slice: &mut Document,
    component: &str,
    list: &str,
) {
    let names = document.root.pointer(list).and_then(Value::as_array);
    let names: Vec<Value> = names
        .into_iter()
        .flatten()
        .filter(|name| {
            name.as_str().is_some_and(|name| name != dialect::ALL_EVENT_TYPES)
        })
        .cloned()
        .collect();
    let component = escape(component);
    let property =
        format!("/components/schemas/{component}/properties/{}", dialect::EVENT_TYPE);
    let property = slice.root.pointer_mut(&property).and_then(Value::as_object_mut);
    if let Some(property) = property.filter(|_| !names.is_empty()) {
        property.insert(dialect::EVENT_TYPES.to_owned(), names.into());
    }
}

/// Returns the names of the event types that a document lists: an official one at the pointer
/// `list`, a slice in the schema of an event's type.
pub fn event_types<'a>(
    document: &'a Document,
    component: &str,
    list: Option<&str>,
) -> Vec<&'a str> {
    let own = format!(
        "/components/schemas/{}/properties/{}/{}",
        escape(component),
        dialect::EVENT_TYPE,
        dialect::EVENT_TYPES
    );
    let at = |pointer: &str| document.root.pointer(pointer).and_then(Value::as_array);
    let names = list.and_then(at).or_else(|| at(&own));
    names.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Returns the paths of a document.
pub fn paths(document: &Document) -> impl Iterator<Item = &str> {
    let paths = document.root.get("paths").and_then(Value::as_object);
    paths.into_iter().flat_map(Map::keys).map(String::as_str)
}

/// Returns the API version of a document, if it has one.
pub fn version(document: &Document) -> Option<&str> {
    document.root.pointer("/info/version")?.as_str()
}

/// Returns the SHA-256 of the official file, if the document is a slice.
pub fn digest(document: &Document) -> Option<&str> {
    let digest =
        document.node().at(&["info", dialect::SOURCE_DIGEST])?.value.as_str()?;
    // It becomes part of comments and code.
    let is_digest = digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit());
    is_digest.then_some(digest)
}

/// Returns `true` if `path` is `prefix` or continues it with `/`: `/v1/things` selects `/v1/things`
/// and `/v1/things/{id}`, but not `/v1/things_else`.
pub fn continues(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix.trim_end_matches('/'))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Formats a slice as YAML.
pub fn text(slice: &Document) -> String {
    format!("{HEADER}{}", yaml::text(&slice.root))
}

const OFFICIAL: &str = "use Stripe's official OpenAPI document, or a slice of it";

const HEADER: &str = "\
# Written by `generator slice`; do not edit. Corrections belong in an overlay.
# Derived from the API's official document; see NOTICE.
";

fn check_version(root: &Node<'_>) -> Result<()> {
    let Some(version) = root.get("openapi") else {
        let fault = match root.get("swagger") {
            Some(_) => "Swagger 2.0 is not supported; expected OpenAPI 3.0",
            None => "not an OpenAPI document: missing member `openapi`",
        };
        return Err(root.problem(fault).help(OFFICIAL).into());
    };
    match version.value.as_str() {
        Some(text) if text == "3.0" || text.starts_with("3.0.") => Ok(()),
        Some(text) => {
            let fault = format!("unsupported OpenAPI version {text}; expected 3.0");
            Err(version.problem(fault).help(OFFICIAL).into())
        }
        None => {
            let problem = version.mismatch("a string");
            Err(problem.help("put the version in quotes: `openapi: \"3.0.0\"`").into())
        }
    }
}

fn info(root: &Node<'_>, file_digest: &str) -> Result<Value> {
    let version = root.require("info")?.require("version")?.text()?;
    let digest = digest(root.document()).unwrap_or(file_digest);
    Ok(serde_json::json!({
        "title": "Slice of an API document",
        "version": version,
        dialect::SOURCE_DIGEST: digest,
    }))
}

fn kept_paths<'a>(
    root: &Node<'a>,
    selection: &Selection<'_>,
) -> Result<Vec<(&'a str, Node<'a>)>> {
    let is_path = |(path, _): &(&str, Node<'_>)| !path.starts_with("x-");
    let all: Vec<_> = root.require("paths")?.members()?.filter(is_path).collect();
    let Some(prefixes) = selection.paths else {
        return Ok(all);
    };
    let mut problems = Diagnostics::default();
    for (index, prefix) in prefixes.iter().enumerate() {
        if !all.iter().any(|(path, _)| continues(path, prefix)) {
            let place = selection.place(format!("/paths/{index}"));
            problems.push(unknown_prefix(root, selection, prefix, place));
        }
    }
    let kept = all
        .into_iter()
        .filter(|(path, _)| prefixes.iter().any(|prefix| continues(path, prefix)))
        .collect();
    problems.into_result(kept)
}

fn unknown_prefix(
    root: &Node<'_>,
    selection: &Selection<'_>,
    prefix: &str,
    place: Place,
) -> Diagnostic {
    let file = &root.document().file;
    if selection.overlaid {
        let fault = format!("the overlays remove all paths with the prefix `{prefix}`");
        return Diagnostic::new(selection.file, place, fault)
            .help("correct the overlay, or remove the prefix");
    }
    let paths = root.get("paths");
    let paths = paths.iter().filter_map(|paths| paths.members().ok()).flatten();
    // The part of a path before its first parameter is what users write as a prefix.
    let prefixes = paths.map(|(path, _)| path.split("/{").next().unwrap_or(path));
    let similar = suggest::similar(prefix, prefixes);
    let fault = format!("unknown path prefix `{prefix}` in {file}");
    let problem = Diagnostic::new(selection.file, place, fault);
    help_with_missing(
        problem,
        root.document(),
        similar,
        "correct the prefix, or remove it",
    )
}

/// Adds the help for something that a document lacks: to a slice, it can be added.
fn help_with_missing(
    problem: Diagnostic,
    document: &Document,
    similar: Option<&str>,
    otherwise: &str,
) -> Diagnostic {
    let is_slice = digest(document).is_some();
    match similar {
        Some(similar) if is_slice => problem
            .note(format!("a similar name is `{similar}`"))
            .help(slice_again(document)),
        None if is_slice => problem.help(slice_again(document)),
        Some(similar) => problem.help(format!("did you mean `{similar}`?")),
        None => problem.help(otherwise),
    }
}

fn slice_again(slice: &Document) -> String {
    let version = version(slice).unwrap_or_default();
    format!(
        "a slice has only what was in scope: if the name is right, cut it anew with `cargo run -p generator -- generate --spec spec3.json`, where spec3.json is the official document of version {version}; CONTRIBUTING.md tells where to get it"
    )
}

/// Returns the pointer of a property that is named `component.property`.
fn property_pointer(name: &str) -> String {
    let (component, property) = name.rsplit_once('.').unwrap_or(("", name));
    let (component, property) = (escape(component), escape(property));
    format!("/components/schemas/{component}/properties/{property}")
}

/// Checks that the document has the properties that a scope names. A mistyped name must not pass: it
/// would leave a secret unprotected.
fn check_properties(document: &Document, selection: &Selection<'_>) -> Result<()> {
    let mut problems = Diagnostics::default();
    if !selection.strict {
        return Ok(());
    }
    for (key, names) in [("opaque", selection.opaque), ("secret", selection.secret)] {
        for (index, name) in names.iter().enumerate() {
            let exists = match name.strip_prefix("*.") {
                Some(property) if key == "secret" => {
                    has_property(&document.root, property)
                }
                _ => document.root.pointer(&property_pointer(name)).is_some(),
            };
            if !exists {
                let place = Place::Pointer(format!("/{key}/{index}"));
                let fault = format!("unknown property `{name}` in {}", document.file);
                let help = similar_property(document, name);
                problems.push(Diagnostic::new(selection.file, place, fault).help(help));
            }
        }
    }
    problems.into_result(())
}

/// Checks that the paths have the operations that a scope calls legacy.
fn check_legacy(
    document: &Document,
    paths: &[(&str, Node<'_>)],
    selection: &Selection<'_>,
) -> Result<()> {
    let mut problems = Diagnostics::default();
    if !selection.strict || selection.legacy.is_empty() {
        return Ok(());
    }
    let routes = paths.iter().flat_map(|(path, item)| {
        let methods = item.members().into_iter().flatten();
        methods.map(move |(method, _)| format!("{} {path}", method.to_uppercase()))
    });
    let routes: Vec<String> = routes.collect();
    for (index, route) in selection.legacy.iter().enumerate() {
        if !routes.contains(route) {
            let place = Place::Pointer(format!("/legacy/{index}"));
            let fault = format!("no operation `{route}` in {}", document.file);
            let all = routes.iter().map(String::as_str);
            let help =
                suggest::help(route, all, "write it as `GET /v1/things`, or remove it");
            problems.push(Diagnostic::new(selection.file, place, fault).help(help));
        }
    }
    problems.into_result(())
}

/// Returns `true` if an object schema in `value` has the property, or if it is a parameter.
fn has_property(value: &Value, property: &str) -> bool {
    match value {
        Value::Object(object) => {
            let is_parameter = || {
                let name = object.get("name").and_then(Value::as_str);
                name == Some(property) && object.contains_key("in")
            };
            object.get("properties").is_some_and(|all| all.get(property).is_some())
                || is_parameter()
                || object.values().any(|value| has_property(value, property))
        }
        Value::Array(array) => array.iter().any(|value| has_property(value, property)),
        _ => false,
    }
}

/// Suggests a property of the same component, or if there is no such component, another one.
fn similar_property(document: &Document, name: &str) -> String {
    let otherwise = "correct the name, or remove it";
    let (component, property) = name.rsplit_once('.').unwrap_or((name, ""));
    let keys = |pointer: &str| -> Option<Vec<&str>> {
        let object = document.root.pointer(pointer)?.as_object()?;
        Some(object.keys().map(String::as_str).collect())
    };
    let properties = format!("/components/schemas/{}/properties", escape(component));
    match keys(&properties) {
        Some(properties) => match suggest::similar(property, properties) {
            Some(similar) => format!("did you mean `{component}.{similar}`?"),
            None => otherwise.to_owned(),
        },
        None => {
            let components = keys("/components/schemas").unwrap_or_default();
            suggest::help(component, components, otherwise)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::{self, answer, faults, object, refer, tree};

    fn selection<'a>(paths: &'a [String], opaque: &'a [String]) -> Selection<'a> {
        Selection {
            file: "scope.toml",
            paths: Some(paths),
            opaque,
            secret: &[],
            legacy: &[],
            strict: true,
            overlaid: false,
            components: Vec::new(),
            event_types: None,
        }
    }

    fn document() -> Document {
        let paths = json!({
            "/v1/boats": {"get": answer(&refer("boat"))},
            "/v1/boats/{boat}": {"get": answer(&refer("boat"))},
            "/v1/boats_else": {"get": answer(&refer("other"))},
        });
        let schemas = json!({
            "boat": object(&json!({"oar": refer("oar"), "type": {"type": "string"}})),
            "oar": object(&json!({"length": {"type": "number"}})),
            "other": object(&json!({})),
        });
        testing::document(&paths, &schemas)
    }

    fn sliced(paths: &[&str], opaque: &[&str]) -> Result<Value> {
        let texts = |all: &[&str]| -> Vec<String> {
            all.iter().map(|s| (*s).to_owned()).collect()
        };
        let (paths, opaque) = (texts(paths), texts(opaque));
        Ok(slice(&document(), &selection(&paths, &opaque), Prose::Keep, "digest")?.root)
    }

    fn keys(value: &Value) -> Vec<&str> {
        value.as_object().unwrap().keys().map(String::as_str).collect()
    }

    #[test]
    fn prefixes_end_at_a_segment() {
        let table = [
            ("/v1/boats", "/v1/boats", true),
            ("/v1/boats/{boat}", "/v1/boats", true),
            ("/v1/boats/{boat}", "/v1/boats/", true),
            ("/v1/boats_else", "/v1/boats", false),
            ("/v1", "/v1/boats", false),
        ];
        for (path, prefix, expected) in table {
            assert_eq!(continues(path, prefix), expected, "{path} {prefix}");
        }
    }

    #[test]
    fn a_slice_has_the_paths_and_what_they_reach() {
        let root = sliced(&["/v1/boats"], &[]).unwrap();
        assert_eq!(keys(&root["paths"]), ["/v1/boats", "/v1/boats/{boat}"]);
        assert_eq!(keys(&root["components"]["schemas"]), ["boat", "oar"]);
        assert_eq!(root["info"]["x-source-sha256"], "digest");
        assert_eq!(root["info"]["version"], "2030-01-01");
    }

    #[test]
    fn a_prefix_inside_another_changes_nothing() {
        let once = sliced(&["/v1/boats"], &[]).unwrap();
        let twice = ["/v1/boats/", "/v1/boats", "/v1/boats/{boat}", "/v1/boats"];
        assert_eq!(sliced(&twice, &[]).unwrap(), once);
    }

    #[test]
    fn what_is_behind_an_opaque_property_is_not_reached() {
        let root = sliced(&["/v1/boats"], &["boat.oar"]).unwrap();
        assert_eq!(keys(&root["components"]["schemas"]), ["boat"]);
        let oar = json!({"additionalProperties": true, "type": "object"});
        assert_eq!(root["components"]["schemas"]["boat"]["properties"]["oar"], oar);
    }

    #[test]
    fn a_slice_is_without_what_only_clients_receive() {
        let sail =
            json!({"anyOf": [refer("sail"), refer("sail_client")], "nullable": true});
        let paths = json!({"/v1/boats": {"get": answer(&refer("boat"))}});
        let empty = || object(&json!({}));
        let schemas = json!({
            "boat": object(&json!({"sail": sail})),
            "sail": empty(),
            "sail_client": empty(),
        });
        let document = testing::document(&paths, &schemas);
        let paths = ["/v1/boats".to_owned()];
        let root =
            slice(&document, &selection(&paths, &[]), Prose::Keep, "").unwrap().root;
        assert_eq!(keys(&root["components"]["schemas"]), ["boat", "sail"]);
        let sail = json!({"anyOf": [refer("sail")], "nullable": true});
        assert_eq!(root["components"]["schemas"]["boat"]["properties"]["sail"], sail);
    }

    #[test]
    fn legacy_operations_exist() {
        let of = |route: &str, strict| {
            let (paths, legacy) = (["/v1/boats".to_owned()], [route.to_owned()]);
            let selection =
                Selection { legacy: &legacy, strict, ..selection(&paths, &[]) };
            faults(slice(&document(), &selection, Prose::Keep, ""))
        };
        assert!(of("GET /v1/boats/{boat}", true).is_empty());
        let fault = "no operation `POST /v1/boats` in api.json";
        assert_eq!(of("POST /v1/boats", true), [fault]);
        assert!(of("POST /v1/boats", false).is_empty());
    }

    #[test]
    fn what_a_selection_names_exists() {
        let table = [
            (sliced(&["/v1/boat"], &[]), "unknown path prefix `/v1/boat` in api.json"),
            (
                sliced(&["/v1/boats"], &["boat.oars"]),
                "unknown property `boat.oars` in api.json",
            ),
        ];
        for (result, fault) in table {
            assert_eq!(faults(result), [fault]);
        }
    }

    #[test]
    fn only_documents_of_version_3_0_are_sliced() {
        let table = [
            (
                json!({"openapi": "3.1.0"}),
                "unsupported OpenAPI version 3.1.0; expected 3.0",
            ),
            (json!({"openapi": 3}), "expected a string, found a number"),
            (
                json!({"swagger": "2.0"}),
                "Swagger 2.0 is not supported; expected OpenAPI 3.0",
            ),
            (json!({}), "not an OpenAPI document: missing member `openapi`"),
        ];
        for (root, fault) in table {
            assert_eq!(
                faults(slice(&tree(root), &selection(&[], &[]), Prose::Keep, "")),
                [fault]
            );
        }
    }

    #[test]
    fn names_of_event_types_are_kept_at_the_type_of_events() {
        let events = object(&json!({"type": {"type": "string"}}));
        let mut document = testing::document(
            &json!({"/v1/signals": {"get": answer(&refer("signal"))}}),
            &json!({"signal": events}),
        );
        document.root["list"] = json!(["*", "boat.sunk"]);
        let paths = ["/v1/signals".to_owned()];
        let event_types = Some(("signal", "/list"));
        let selection = Selection { event_types, ..selection(&paths, &[]) };
        let slice = slice(&document, &selection, Prose::Keep, "").unwrap();
        let kind = &slice.root["components"]["schemas"]["signal"]["properties"]["type"];
        assert_eq!(kind["x-eventTypes"], json!(["boat.sunk"]));
    }

    #[test]
    fn a_digest_is_64_digits() {
        let of = |text: &str| {
            let document = tree(json!({"info": {"x-source-sha256": text}}));
            digest(&document).map(str::to_owned)
        };
        let digits = "0f".repeat(32);
        assert_eq!(of(&digits), Some(digits.clone()));
        assert_eq!((of("0f"), of(&"xy".repeat(32))), (None, None));
    }
}
