//! Paths and their operations.

use super::Lowerer;
use super::schema::{Property, Schema, SchemaKind};
use crate::diagnostic::{Diagnostics, Result};
use crate::model::{
    Method, Operation, PathParam, RESPONSE, SchemaPath, Shape, TypeDocs,
};
use crate::openapi::dialect;
use crate::openapi::document::Node;

/// The supported methods, with their keys in a path item.
const METHODS: &[(&str, Method)] =
    &[("get", Method::Get), ("post", Method::Post), ("delete", Method::Delete)];

impl<'a> Lowerer<'a> {
    /// Reads all operations of the document.
    pub(crate) fn operations(&mut self) -> Result<()> {
        let mut problems = Diagnostics::default();
        for (path, item) in self.document.node().require("paths")?.members()? {
            if let Some(shared) = item.get("parameters") {
                problems.push(
                    shared
                        .problem(
                            "unsupported `parameters` shared by all methods of a path",
                        )
                        .help("move them to the methods with an overlay"),
                );
                continue;
            }
            for (key, node) in item.members()? {
                match METHODS.iter().find(|(name, _)| *name == key) {
                    Some((_, method)) => {
                        let operation =
                            problems.record(self.operation(path, *method, &node));
                        self.api.operations.extend(operation.flatten());
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
        problems.into_result(())
    }

    /// Reads an operation. Returns `None` if its request is not a form or its response
    /// is not JSON.
    fn operation(
        &mut self,
        path: &str,
        method: Method,
        node: &Node<'a>,
    ) -> Result<Option<Operation>> {
        check_path(path, node)?;
        check_placeholders(path, node)?;
        let Some(response) = json_response(node)? else { return Ok(None) };
        let Some(mut parameters) = self.parameters(method, node)? else {
            return Ok(None);
        };
        let origin = self.origin(root(method, path), node);
        let returned = SchemaPath {
            path: format!("{RESPONSE}response"),
            ..self.origin(root(method, path), &response.node)
        };
        let response = self.value_type(&returned, &response)?;
        let ids = self.ids(path, node)?;
        let expand = take(&mut parameters, dialect::EXPAND)
            .map(|p| p.schema.node.pointer().to_owned());
        let params = if parameters.is_empty() {
            None
        } else {
            let params = self.params(&origin, parameters)?;
            Some(self.add(origin.clone(), TypeDocs::default(), Shape::Params(params)))
        };
        let text = |key: &str| {
            node.get(key).and_then(|n| n.text().ok()).unwrap_or_default().to_owned()
        };
        Ok(Some(Operation {
            method,
            path: path.to_owned(),
            ids,
            params,
            expand,
            response,
            component: String::new(),
            ident: String::new(),
            page: None,
            deprecated: node
                .get("deprecated")
                .is_some_and(|d| d.value.as_bool() == Some(true)),
            docs: if text("description").is_empty() {
                text("summary")
            } else {
                text("description")
            },
            guide: String::new(),
            file: self.document.file.clone(),
            pointer: node.pointer().to_owned(),
        }))
    }

    fn origin(&self, root: String, node: &Node<'_>) -> SchemaPath {
        SchemaPath {
            root,
            path: String::new(),
            file: self.document.file.clone(),
            pointer: node.pointer().to_owned(),
        }
    }

    /// Returns the parameters of query and body, or `None` if the body is not a form.
    fn parameters(
        &self,
        method: Method,
        node: &Node<'a>,
    ) -> Result<Option<Vec<Property<'a>>>> {
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
        let schema = Schema::read(&schema)?;
        match schema.form() {
            SchemaKind::Object(properties) => all.extend(properties),
            // The official document gives every GET request an empty body, which is
            // never sent.
            SchemaKind::Free if method != Method::Post => {}
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

    /// Returns the path parameters in the order of the path, which differs from that of
    /// the document.
    fn ids(&self, path: &str, node: &Node<'a>) -> Result<Vec<PathParam>> {
        placeholders(path).map(|name| self.id(name, node)).collect()
    }

    fn id(&self, name: &str, node: &Node<'a>) -> Result<PathParam> {
        let parameters = node.get("parameters").map(|p| p.elements()).transpose()?;
        let is = |p: &Node<'_>, key: &str, value: &str| {
            p.get(key).is_some_and(|v| v.value == value)
        };
        let found = parameters.and_then(|mut all| {
            all.find(|p| is(p, "in", "path") && is(p, "name", name))
        });
        let Some(parameter) = found else {
            return Err(node
                .problem(format!("missing path parameter `{name}`"))
                .help("add it to `parameters` with an overlay")
                .into());
        };
        let docs = parameter
            .get("description")
            .and_then(|d| d.text().ok())
            .unwrap_or_default()
            .to_owned();
        Ok(PathParam {
            wire: name.to_owned(),
            ident: String::new(),
            docs,
            pointer: parameter.pointer().to_owned(),
        })
    }
}

/// Returns the root of an operation's types, until the passes know its component.
pub(crate) fn root(method: Method, path: &str) -> String {
    format!("{method:?} {path}#")
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
        Some(json) => Schema::read(&json.require("schema")?).map(Some),
        None => Ok(None),
    }
}

fn query_parameter<'a>(parameter: &Node<'a>) -> Result<Property<'a>> {
    Ok(Property {
        name: parameter.require("name")?.text()?.to_owned(),
        schema: Schema::read(&parameter.require("schema")?)?.with_docs_of(parameter),
        required: parameter
            .get("required")
            .is_some_and(|r| r.value.as_bool() == Some(true)),
    })
}

fn take<'a>(parameters: &mut Vec<Property<'a>>, name: &str) -> Option<Property<'a>> {
    let index = parameters.iter().position(|p| p.name == name)?;
    Some(parameters.remove(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_come_in_the_order_of_the_path() {
        let all: Vec<&str> = placeholders("/v1/a/{b}/c/{a}").collect();
        assert_eq!(all, ["b", "a"]);
        assert_eq!(root(Method::Get, "/v1/a"), "Get /v1/a#");
    }
}
