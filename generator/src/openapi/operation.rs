//! Paths and their operations.

mod body;
mod host;

use self::body::body;
use self::host::host;
use super::dialect;
use super::document::{Document, Node};
use super::schema::{Form, Property, Schema, description};
use crate::diagnostic::{Diagnostics, Result};

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Reads.
    Get,
    /// Writes.
    Post,
    /// Removes.
    Delete,
}

impl Method {
    /// Returns the method in lower case.
    pub const fn verb(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
            Self::Delete => "delete",
        }
    }

    /// Returns the supported method whose key in a path item is `key`.
    fn of(key: &str) -> Option<Self> {
        [Self::Get, Self::Post, Self::Delete].into_iter().find(|m| m.verb() == key)
    }
}

/// An operation of the document.
pub(crate) struct Operation<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) method: Method,
    pub(crate) path: &'a str,
    /// The parameters of the path, in the order of the path, which differs from that of the
    /// document.
    pub(crate) ids: Vec<PathParameter<'a>>,
    /// The host, if it is not that of most operations.
    pub(crate) host: Option<&'a str>,
    /// The parameters of query and body.
    pub(crate) parameters: Vec<Property<'a>>,
    /// `true` if the body can contain files.
    pub(crate) multipart: bool,
    pub(crate) response: Response<'a>,
    pub(crate) deprecated: bool,
}

/// The body of a successful response.
pub(crate) enum Response<'a> {
    /// JSON of this form.
    Json(Schema<'a>),
    /// Bytes, such as those of a PDF.
    Bytes,
}

/// A parameter of a path.
pub(crate) struct PathParameter<'a> {
    pub(crate) name: &'a str,
    pub(crate) node: Node<'a>,
}

impl Operation<'_> {
    /// Returns the method and the path, such as `GET /v1/things`.
    pub(crate) fn route(&self) -> String {
        format!("{} {}", self.method.verb().to_uppercase(), self.path)
    }

    /// Returns the description, or else the summary.
    pub(crate) fn docs(&self) -> String {
        match description(&self.node, "description") {
            empty if empty.is_empty() => description(&self.node, "summary"),
            text => text,
        }
    }
}

/// An operation that has no counterpart in the crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// The method and the path, such as `PUT /v1/things`.
    pub route: String,
    /// The JSON pointer of the operation.
    pub pointer: String,
    /// The part of the operation that is not supported, or that it is legacy.
    pub reason: String,
    /// `true` if the scope leaves the operation out.
    pub legacy: bool,
}

/// The operations of a document, ordered by path.
#[derive(Default)]
pub(crate) struct Operations<'a> {
    pub(crate) supported: Vec<Operation<'a>>,
    pub(crate) omitted: Vec<Omission>,
}

/// The reason why an operation has no counterpart.
enum Fault {
    /// It is valid, but uses something that is not supported.
    Unsupported(String),
    /// It has faults.
    Broken(Diagnostics),
}

impl From<Diagnostics> for Fault {
    fn from(problems: Diagnostics) -> Self {
        Self::Broken(problems)
    }
}

/// Members of a path item that are operations.
const OPERATIONS: &[&str] =
    &["delete", "get", "head", "options", "patch", "post", "put", "trace"];

/// Statuses of responses with a body.
const SUCCESS: &[&str] = &["200", "201", "202"];

/// Reads all operations.
///
/// # Errors
/// Returns an error if an operation has faults.
pub(crate) fn all(document: &Document) -> Result<Operations<'_>> {
    let mut problems = Diagnostics::default();
    let mut operations = Operations::default();
    let paths = document.node().require("paths")?;
    // The order of keys means nothing in JSON.
    let is_path = |(path, _): &(&str, Node<'_>)| !path.starts_with("x-");
    let mut paths: Vec<_> = paths.members()?.filter(is_path).collect();
    paths.sort_by_key(|(path, _)| *path);
    for (path, item) in &paths {
        let mut members: Vec<_> = item.members()?.collect();
        members.sort_by_key(|(key, _)| *key);
        for (key, node) in members {
            if OPERATIONS.contains(&key) {
                let read = operation(path, key, item, &node);
                problems.record(operations.add(path, key, &node, read));
            } else if !key.starts_with("x-") && !dialect::PATH_MEMBERS.contains(&key) {
                problems.push(
                    node.problem(format!("unsupported member `{key}` of a path"))
                        .help("remove it with an overlay"),
                );
            }
        }
    }
    problems.into_result(operations)
}

impl<'a> Operations<'a> {
    fn add(
        &mut self,
        path: &str,
        method: &str,
        node: &Node<'a>,
        operation: std::result::Result<Operation<'a>, Fault>,
    ) -> Result<()> {
        match operation {
            Ok(operation) => self.supported.push(operation),
            Err(Fault::Broken(problems)) => return Err(problems),
            Err(Fault::Unsupported(reason)) => self.omitted.push(Omission {
                route: format!("{} {path}", method.to_uppercase()),
                pointer: node.pointer().to_owned(),
                reason,
                legacy: false,
            }),
        }
        Ok(())
    }
}

fn operation<'a>(
    path: &'a str,
    method: &str,
    item: &Node<'a>,
    node: &Node<'a>,
) -> std::result::Result<Operation<'a>, Fault> {
    let Some(method) = Method::of(method) else {
        return Err(Fault::Unsupported("the method".to_owned()));
    };
    check_path(path, node)?;
    check_placeholders(path, node)?;
    let response = response(node)?;
    let declared = declared(item, node)?;
    let host = host(item, node)?;
    let mut parameters = query_parameters(&declared)?;
    let body = body(method, node)?;
    parameters.extend(body.parameters);
    let ids = placeholders(path).map(|name| path_parameter(name, &declared, node));
    Ok(Operation {
        node: node.clone(),
        method,
        path,
        ids: ids.collect::<Result<_>>()?,
        host,
        parameters,
        multipart: body.multipart,
        response,
        deprecated: is_true(node, "deprecated"),
    })
}

/// Returns the parameters of an operation, and those of its path that it does not replace.
fn declared<'a>(item: &Node<'a>, node: &Node<'a>) -> Result<Vec<Node<'a>>> {
    let mut all: Vec<Node<'a>> = Vec::new();
    for owner in [node, item] {
        let Some(parameters) = owner.get("parameters") else { continue };
        for parameter in parameters.elements()? {
            let parameter = resolved(&parameter)?;
            let is_same = |other: &Node<'_>| {
                ["in", "name"].iter().all(|key| {
                    other.get(key).map(|n| n.value)
                        == parameter.get(key).map(|n| n.value)
                })
            };
            if !all.iter().any(is_same) {
                all.push(parameter);
            }
        }
    }
    Ok(all)
}

fn query_parameters<'a>(
    declared: &[Node<'a>],
) -> std::result::Result<Vec<Property<'a>>, Fault> {
    let mut all = Vec::new();
    for parameter in declared {
        let name = parameter.require("name")?.text()?;
        match parameter.require("in")?.text()? {
            "query" => {
                let property = query_parameter(name, parameter)?;
                check_style(name, &property, parameter)?;
                all.push(property);
            }
            "path" => {}
            other if is_true(parameter, "required") => {
                let reason = format!("the required parameter `{name}` in `{other}`");
                return Err(Fault::Unsupported(reason));
            }
            // Users set optional headers with call options.
            _ => {}
        }
    }
    Ok(all)
}

/// Checks that the values inside a parameter or a property of a form are sent with brackets.
/// Stripe's document calls this style `deepObject`, also for arrays.
fn check_style(
    name: &str,
    property: &Property<'_>,
    encoding: &Node<'_>,
) -> std::result::Result<(), Fault> {
    let Some(style) = encoding.get("style") else { return Ok(()) };
    let is_nested = matches!(
        property.schema.form,
        Form::Array(_) | Form::Object(_) | Form::Map(_) | Form::Free
    );
    match style.text()? {
        style if is_nested && style != dialect::BRACKETS => {
            Err(Fault::Unsupported(format!("the style `{style}` of `{name}`")))
        }
        _ => Ok(()),
    }
}

/// Returns the contents of a media type, which can have parameters such as a charset.
fn media<'a>(content: &Node<'a>, wanted: &str) -> Result<Option<Node<'a>>> {
    let is_wanted = |media: &str| {
        let name = media.split(';').next().unwrap_or_default();
        name.trim().eq_ignore_ascii_case(wanted)
    };
    let all = content.members()?.filter(|(media, _)| is_wanted(media));
    // The order of keys means nothing.
    Ok(all.min_by_key(|(media, _)| *media).map(|(_, node)| node))
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Returns a parameter, a body or a response, after following references.
fn resolved<'a>(node: &Node<'a>) -> Result<Node<'a>> {
    let mut at = node.clone();
    let mut seen = Vec::new();
    while let Some(reference) = at.get("$ref") {
        let text = reference.text()?;
        let target = node.document().resolve(text).filter(|_| !seen.contains(&text));
        let Some(target) = target else {
            return Err(reference
                .problem(format!("unresolved reference `{text}`"))
                .help("add the component, or correct the reference with an overlay")
                .into());
        };
        seen.push(text);
        at = target;
    }
    Ok(at)
}

fn path_parameter<'a>(
    name: &'a str,
    declared: &[Node<'a>],
    node: &Node<'a>,
) -> Result<PathParameter<'a>> {
    let is = |p: &Node<'_>, key: &str, value: &str| {
        p.get(key).is_some_and(|v| v.value == value)
    };
    let found = declared.iter().find(|p| is(p, "in", "path") && is(p, "name", name));
    let Some(node) = found.cloned() else {
        return Err(node
            .problem(format!("missing path parameter `{name}`"))
            .help("add it to `parameters` with an overlay")
            .into());
    };
    Ok(PathParameter { name, node })
}

/// Checks a path: a version and segments, each a word or a `{parameter}`.
fn check_path(path: &str, node: &Node<'_>) -> Result<()> {
    let word = |s: &str| {
        !s.is_empty()
            && s.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
    };
    let segment = |s: &str| {
        word(s.strip_prefix('{').and_then(|s| s.strip_suffix('}')).unwrap_or(s))
    };
    if path
        .strip_prefix('/')
        .is_some_and(|p| p.split('/').count() > 1 && p.split('/').all(segment))
    {
        return Ok(());
    }
    Err(node
        .problem(format!("unsupported path `{path}`"))
        .expected("a version and segments, each a word or a `{parameter}`")
        .help("remove the path from the scope")
        .into())
}

/// Checks that each parameter appears only once in the path.
fn check_placeholders(path: &str, node: &Node<'_>) -> Result<()> {
    let all: Vec<&str> = placeholders(path).collect();
    let twice =
        all.iter().enumerate().find(|(index, name)| all[..*index].contains(name));
    match twice {
        None => Ok(()),
        Some((_, name)) => Err(node
            .problem(format!("path parameter `{name}` appears twice in `{path}`"))
            .help("rename one of the two with an overlay, or remove the path from the scope")
            .into()),
    }
}

fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|s| s.strip_prefix('{')?.strip_suffix('}'))
}

/// Returns the keys of an object, ordered: their order means nothing.
fn keys<'a>(node: &Node<'a>) -> Result<Vec<&'a str>> {
    let mut keys: Vec<&str> = node.members()?.map(|(key, _)| key).collect();
    keys.sort_unstable();
    Ok(keys)
}

/// Returns the form of the response.
fn response<'a>(node: &Node<'a>) -> std::result::Result<Response<'a>, Fault> {
    let responses = node.require("responses")?;
    let Some(success) = SUCCESS.iter().find_map(|status| responses.get(status)) else {
        let all = keys(&responses)?.into_iter();
        let others: Vec<&str> = all.filter(|status| status.starts_with('2')).collect();
        if !others.is_empty() {
            let reason = format!("a response with the status {}", others.join(", "));
            return Err(Fault::Unsupported(reason));
        }
        let problem = responses.problem("operation without a successful response");
        let help = "describe the response under `200` with an overlay";
        return Err(Fault::Broken(problem.help(help).into()));
    };
    let Some(content) = resolved(&success)?.get("content") else {
        return Err(Fault::Unsupported("a response without a body".to_owned()));
    };
    match media(&content, dialect::JSON)? {
        Some(json) => Ok(Response::Json(Schema::parse(&json.require("schema")?)?)),
        None if is_bytes(&content)? => Ok(Response::Bytes),
        None => {
            let types = keys(&content)?;
            Err(Fault::Unsupported(format!("a response of {}", quoted(&types))))
        }
    }
}

/// Returns `true` if the body is a string, which outside of JSON is the body itself, or if nothing
/// is said about it.
fn is_bytes(content: &Node<'_>) -> Result<bool> {
    let is_opaque = |media: &Node<'_>| match media.get("schema") {
        Some(schema) => schema.get("type").is_some_and(|kind| kind.value == "string"),
        None => true,
    };
    let mut all = content.members()?.map(|(_, media)| is_opaque(&media)).peekable();
    Ok(all.peek().is_some() && all.all(|is_opaque| is_opaque))
}

fn query_parameter<'a>(name: &str, parameter: &Node<'a>) -> Result<Property<'a>> {
    Ok(Property {
        name: name.to_owned(),
        schema: Schema {
            described: parameter.clone(),
            ..Schema::parse(&parameter.require("schema")?)?
        },
        required: is_true(parameter, "required"),
    })
}

fn is_true(node: &Node<'_>, key: &str) -> bool {
    node.get(key).is_some_and(|flag| flag.value.as_bool() == Some(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_come_in_the_order_of_the_path() {
        let all: Vec<&str> = placeholders("/v1/a/{b}/c/{a}").collect();
        assert_eq!(all, ["b", "a"]);
    }

    use serde_json::{Value, json};

    use crate::testing::{answer, document, faults, take};

    /// Returns a description of each operation.
    fn read(paths: &Value) -> Result<Vec<String>> {
        let document = document(paths, &json!({}));
        let describe = |operation: &Operation<'_>| {
            let names = operation.parameters.iter().map(|p| match p.required {
                true => format!("{}!", p.name),
                false => p.name.clone(),
            });
            let ids = operation.ids.iter().map(|id| format!("{{{}}}", id.name));
            let words: Vec<String> = ids.chain(names).collect();
            format!(
                "{} {}: {}",
                operation.method.verb(),
                operation.path,
                words.join(" ")
            )
        };
        Ok(all(&document)?.supported.iter().map(describe).collect())
    }

    fn free() -> Value {
        answer(&json!({"type": "object"}))
    }

    #[test]
    fn parameters_are_those_of_query_and_body() {
        let text = json!({"type": "string"});
        let mut item = free();
        item["parameters"] = json!([
            {"in": "path", "name": "boat", "required": true, "schema": text},
            {"in": "query", "name": "limit", "required": true, "schema": text},
            {"in": "query", "name": "after", "schema": text},
        ]);
        let post = take(&json!({"name": text, "age": text}), &["name"]);
        let paths = json!({"/v1/boats/{boat}": {"get": item}, "/v1/boats": {"post": post, "x-note": 1}, "x-note": 1});
        let expected =
            ["post /v1/boats: age name!", "get /v1/boats/{boat}: {boat} limit! after"];
        assert_eq!(read(&paths).unwrap(), expected);
    }

    fn with(key: &str, value: Value) -> Value {
        let mut operation = free();
        operation[key] = value;
        operation
    }

    #[test]
    fn what_is_not_supported_is_told() {
        let content =
            |media: &str| json!({"content": {media: {"schema": {"type": "object"}}}});
        let response = |status: &str, media: &str| json!({status: content(media)});
        let list = json!({"type": "array", "items": {"type": "string"}});
        let query =
            json!([{"in": "query", "name": "ids", "style": "form", "schema": list}]);
        let header = json!([{"in": "header", "name": "X", "required": true}]);
        let table = [
            ("put", free(), "the method"),
            ("post", with("requestBody", content("a/b")), "a body of `a/b`"),
            ("get", with("responses", response("200", "a/b")), "a response of `a/b`"),
            (
                "get",
                with("responses", json!({"204": {}})),
                "a response with the status 204",
            ),
            ("get", with("responses", json!({"200": {}})), "a response without a body"),
            ("get", with("parameters", query), "the style `form` of `ids`"),
            (
                "get",
                with("parameters", header),
                "the required parameter `X` in `header`",
            ),
        ];
        for (method, operation, reason) in table {
            let paths = json!({"/v1/a": {method: operation}});
            let document = document(&paths, &json!({}));
            let found = all(&document).unwrap();
            let expected = Omission {
                route: format!("{} /v1/a", method.to_uppercase()),
                pointer: format!("/paths/~1v1~1a/{method}"),
                reason: reason.to_owned(),
                legacy: false,
            };
            assert!(found.supported.is_empty());
            assert_eq!(found.omitted, [expected]);
        }
    }

    #[test]
    fn what_is_neither_json_nor_an_object_is_bytes() {
        let (text, object) = (json!({"type": "string"}), json!({"type": "object"}));
        let bytes = json!({"type": "string", "format": "binary"});
        let media = |schema: &Value| json!({"schema": schema});
        let table = [
            (json!({"application/pdf": media(&bytes)}), "bytes"),
            (json!({"*/*": media(&bytes), "text/csv": media(&text)}), "bytes"),
            (json!({"application/zip": {}}), "bytes"),
            (json!({"a/b": media(&bytes), "application/json": media(&text)}), "JSON"),
            (
                json!({"a/b": media(&bytes), "c/d": media(&object)}),
                "a response of `a/b`, `c/d`",
            ),
            (json!({}), "a response of "),
        ];
        for (content, expected) in table {
            let operation = with("responses", json!({"200": {"content": content}}));
            let found = match response(
                &document(&operation, &json!({})).node().require("paths").unwrap(),
            ) {
                Ok(Response::Json(_)) => "JSON".to_owned(),
                Ok(Response::Bytes) => "bytes".to_owned(),
                Err(Fault::Unsupported(reason)) => reason,
                Err(Fault::Broken(problems)) => problems.to_string(),
            };
            assert_eq!(found, expected, "{content}");
        }
    }

    #[test]
    fn media_types_have_parameters_and_success_has_several_statuses() {
        let schema =
            json!({"type": "object", "properties": {"age": {"type": "number"}}});
        let form = json!({"content": {"application/x-www-form-urlencoded; charset=utf-8": {"schema": schema}}});
        let json = json!({"201": {"content": {"Application/JSON;charset=utf-8": {"schema": {"type": "object"}}}}});
        let mut post = with("responses", json);
        post["requestBody"] = form;
        assert_eq!(
            read(&json!({"/v1/a": {"post": post}})).unwrap(),
            ["post /v1/a: age"]
        );
    }

    #[test]
    fn the_order_of_media_types_means_nothing() {
        let one = json!({"c/d": {}, "a/b": {}});
        let post = with("requestBody", json!({"content": one}));
        let document = document(&json!({"/v1/a": {"post": post}}), &json!({}));
        assert_eq!(all(&document).unwrap().omitted[0].reason, "a body of `a/b`, `c/d`");
        let json =
            json!({"application/json;a=b": {"x": 1}, "application/json": {"x": 2}});
        let found = crate::testing::tree(json);
        let found = media(&found.node(), dialect::JSON).unwrap().unwrap();
        assert_eq!(found.pointer(), "/application~1json");
    }

    #[test]
    fn an_operation_replaces_parameters_of_its_path() {
        let text = json!({"type": "string"});
        let shared = json!([
            {"in": "path", "name": "boat", "required": true, "schema": text},
            {"in": "query", "name": "limit", "schema": text},
        ]);
        let own =
            json!([{"in": "query", "name": "limit", "required": true, "schema": text}]);
        let paths = json!({"/v1/{boat}": {"parameters": shared, "get": with("parameters", own)}});
        assert_eq!(read(&paths).unwrap(), ["get /v1/{boat}: {boat} limit!"]);
    }

    #[test]
    fn faults_are_reported() {
        let get = |key: &str, value: Value| json!({"get": with(key, value)});
        let mut bodyless = take(&json!({}), &[]);
        let body = "/requestBody/content/application~1x-www-form-urlencoded/schema";
        *bodyless.pointer_mut(body).unwrap() = json!({"type": "object"});
        let reference = json!({"$ref": "#/x"});
        let unresolved = "unresolved reference `#/x`";
        let twice = json!([{"in": "path", "name": "a", "schema": {"type": "string"}}]);
        let table = [
            ("/v1/a", get("parameters", json!([reference])), unresolved),
            ("/v1/a", get("requestBody", reference.clone()), unresolved),
            ("/v1/a", json!({"post": bodyless}), "request body that is not an object"),
            ("/v1/a", get("responses", json!({"200": reference})), unresolved),
            (
                "/v1/a",
                get("responses", json!({"404": {}})),
                "operation without a successful response",
            ),
            ("/v1/{a}", json!({"get": free()}), "missing path parameter `a`"),
            (
                "/v1/{a}/{a}",
                get("parameters", twice),
                "path parameter `a` appears twice in `/v1/{a}/{a}`",
            ),
            ("/v1/a b", json!({"get": free()}), "unsupported path `/v1/a b`"),
            ("/v1", json!({"get": free()}), "unsupported path `/v1`"),
            ("/v1/a", json!({"got": free()}), "unsupported member `got` of a path"),
        ];
        for (path, item, fault) in table {
            assert_eq!(faults(read(&json!({path: item}))), [fault]);
        }
    }

    #[test]
    fn a_summary_stands_for_a_missing_description() {
        let described = |key: &str| {
            let mut operation = free();
            operation["summary"] = "Short.".into();
            operation[key] = "Long.".into();
            let document = document(&json!({"/v1/a": {"get": operation}}), &json!({}));
            all(&document).unwrap().supported[0].docs()
        };
        assert_eq!(
            (described("description"), described("x")),
            ("Long.".to_owned(), "Short.".to_owned())
        );
    }
}
