//! Paths and their operations.

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
    /// The parameters of query and body.
    pub(crate) parameters: Vec<Property<'a>>,
    pub(crate) response: Schema<'a>,
    pub(crate) deprecated: bool,
}

/// A parameter of a path.
pub(crate) struct PathParameter<'a> {
    pub(crate) name: &'a str,
    pub(crate) node: Node<'a>,
}

impl Operation<'_> {
    /// Returns the description, or else the summary.
    pub(crate) fn docs(&self) -> String {
        match description(&self.node, "description") {
            empty if empty.is_empty() => description(&self.node, "summary"),
            text => text,
        }
    }
}

/// Reads all operations whose request is a form and whose response is JSON, ordered by path.
///
/// # Errors
/// Returns an error if an operation has an unsupported form.
pub(crate) fn all(document: &Document) -> Result<Vec<Operation<'_>>> {
    let mut problems = Diagnostics::default();
    let mut operations = Vec::new();
    let paths = document.node().require("paths")?;
    // The order of keys means nothing in JSON.
    let mut paths: Vec<_> = paths.members()?.collect();
    paths.sort_by_key(|(path, _)| *path);
    for (path, item) in &paths {
        if let Some(shared) = item.get("parameters") {
            problems.push(
                shared
                    .problem("unsupported `parameters` shared by all methods of a path")
                    .help("move them to the methods with an overlay"),
            );
            continue;
        }
        let mut members: Vec<_> = item.members()?.collect();
        members.sort_by_key(|(key, _)| *key);
        for (key, node) in members {
            match Method::of(key) {
                Some(method) => {
                    let operation = problems.record(operation(path, method, &node));
                    operations.extend(operation.flatten());
                }
                None if key.starts_with("x-")
                    || dialect::PATH_ANNOTATIONS.contains(&key) => {}
                None => problems.push(
                    node.problem(unsupported_member(key))
                        .help("remove it with an overlay"),
                ),
            }
        }
    }
    problems.into_result(operations)
}

/// Reads an operation. Returns `None` if its request is not a form or its response is not
/// JSON.
fn operation<'a>(
    path: &'a str,
    method: Method,
    node: &Node<'a>,
) -> Result<Option<Operation<'a>>> {
    check_path(path, node)?;
    check_placeholders(path, node)?;
    let Some(response) = json_response(node)? else { return Ok(None) };
    let Some(parameters) = parameters(method, node)? else { return Ok(None) };
    let ids = placeholders(path).map(|name| path_parameter(name, node));
    Ok(Some(Operation {
        node: node.clone(),
        method,
        path,
        ids: ids.collect::<Result<_>>()?,
        parameters,
        response,
        deprecated: is_true(node, "deprecated"),
    }))
}

/// Returns the parameters of query and body, or `None` if the body is not a form.
fn parameters<'a>(method: Method, node: &Node<'a>) -> Result<Option<Vec<Property<'a>>>> {
    let mut all = Vec::new();
    if let Some(parameters) = node.get("parameters") {
        for parameter in parameters.elements()? {
            reject_reference(&parameter, "parameter")?;
            match parameter.require("in")?.text()? {
                "query" => all.push(query_parameter(&parameter)?),
                "path" => {}
                other => {
                    return Err(parameter
                        .problem(format!("unsupported parameter in `{other}`"))
                        .expected("`in: path` or `in: query`")
                        .help("remove the parameter with an overlay; users set headers with call options")
                        .into());
                }
            }
        }
    }
    let Some(body) = node.get("requestBody") else {
        return Ok(Some(all));
    };
    reject_reference(&body, "request body")?;
    let content = body.require("content")?;
    let Some(schema) = content.at(&[dialect::FORM, "schema"]) else {
        return Ok(content.object()?.is_empty().then_some(all));
    };
    let schema = Schema::parse(&schema)?;
    match schema.form {
        Form::Object(properties) => all.extend(properties),
        // The official document gives every GET request an empty body, which is never
        // sent.
        Form::Free if method != Method::Post => {}
        _ => {
            return Err(schema
                .node
                .problem("request body that is not an object")
                .help("rewrite the body with an overlay")
                .into());
        }
    }
    Ok(Some(all))
}

fn path_parameter<'a>(name: &'a str, node: &Node<'a>) -> Result<PathParameter<'a>> {
    let parameters = node.get("parameters").map(|p| p.elements()).transpose()?;
    let is = |p: &Node<'_>, key: &str, value: &str| {
        p.get(key).is_some_and(|v| v.value == value)
    };
    let found = parameters
        .and_then(|mut all| all.find(|p| is(p, "in", "path") && is(p, "name", name)));
    let Some(node) = found else {
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

/// Describes an unsupported member of a path item.
fn unsupported_member(key: &str) -> String {
    match key {
        "put" | "patch" | "head" | "options" | "trace" => {
            format!("unsupported method {}", key.to_uppercase())
        }
        _ => format!("unsupported member `{key}` of a path"),
    }
}

/// Rejects a reference to a component that is not a schema.
fn reject_reference(node: &Node<'_>, what: &str) -> Result<()> {
    match node.get("$ref") {
        None => Ok(()),
        Some(reference) => Err(reference
            .problem(format!("unsupported reference to a {what}"))
            .help(format!("write the {what} out where it is used, with an overlay"))
            .into()),
    }
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

/// Returns the schema of the response, or `None` if it is not JSON.
fn json_response<'a>(node: &Node<'a>) -> Result<Option<Schema<'a>>> {
    let responses = node.require("responses")?;
    let Some(success) = responses.get("200") else {
        let others: Vec<&str> = responses
            .members()?
            .map(|(status, _)| status)
            .filter(|status| status.starts_with('2'))
            .collect();
        let fault = match others.as_slice() {
            [] => "operation without a successful response".to_owned(),
            [status] => {
                format!("unsupported successful response {status}; expected 200")
            }
            several => {
                format!("unsupported successful responses {}", several.join(", "))
            }
        };
        let help = "describe the response under `200` with an overlay";
        return Err(responses.problem(fault).help(help).into());
    };
    reject_reference(&success, "response")?;
    let content = success.require("content")?;
    match content.get(dialect::JSON) {
        Some(json) => Schema::parse(&json.require("schema")?).map(Some),
        None => Ok(None),
    }
}

fn query_parameter<'a>(parameter: &Node<'a>) -> Result<Property<'a>> {
    Ok(Property {
        name: parameter.require("name")?.text()?.to_owned(),
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
}
