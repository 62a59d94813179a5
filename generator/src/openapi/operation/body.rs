//! The body of a request.

use super::{Fault, Method, check_style, keys, media, quoted, resolved};
use crate::openapi::dialect;
use crate::openapi::document::Node;
use crate::openapi::schema::{Form, Property, Schema};

/// The parameters of a body.
#[derive(Default)]
pub(super) struct Body<'a> {
    pub(super) parameters: Vec<Property<'a>>,
    /// `true` if they can be files.
    pub(super) multipart: bool,
}

/// Returns the parameters of the body, which must be a form or, for files, multipart.
pub(super) fn body<'a>(
    method: Method,
    node: &Node<'a>,
) -> std::result::Result<Body<'a>, Fault> {
    let Some(body) = node.get("requestBody") else { return Ok(Body::default()) };
    let content = resolved(&body)?.require("content")?;
    if let Some(form) = media(&content, dialect::FORM)? {
        let parameters = form_parameters(method, &form)?;
        return Ok(Body { parameters, multipart: false });
    }
    match media(&content, dialect::MULTIPART)? {
        Some(form) if method == Method::Post => multipart_body(&form),
        _ => {
            let types = keys(&content)?;
            match types.as_slice() {
                [] => Ok(Body::default()),
                types => Err(Fault::Unsupported(format!("a body of {}", quoted(types)))),
            }
        }
    }
}

/// Returns a multipart body, in which parameters of bytes are files.
///
/// Such bodies are rare, and have other forms in other APIs: one of an unsupported form does not
/// make the rest of a document useless.
fn multipart_body<'a>(form: &Node<'a>) -> std::result::Result<Body<'a>, Fault> {
    let unsupported = |what: &str| {
        Fault::Unsupported(format!("a body of `{}` with {what}", dialect::MULTIPART))
    };
    let mut parameters =
        form_parameters(Method::Post, form).map_err(|fault| match fault {
            Fault::Unsupported(reason) => Fault::Unsupported(reason),
            Fault::Broken(_) => unsupported("a schema of another form"),
        })?;
    for Property { name, schema, .. } in &mut parameters {
        if schema.is_binary() {
            schema.form = Form::File;
        } else if schema.contains(&Schema::is_binary) {
            return Err(unsupported(&format!("files inside `{name}`")));
        } else if schema.contains(&Schema::is_reference) {
            return Err(unsupported(&format!("a reference in `{name}`")));
        }
    }
    Ok(Body { parameters, multipart: true })
}

/// Returns the parameters of a form.
fn form_parameters<'a>(
    method: Method,
    form: &Node<'a>,
) -> std::result::Result<Vec<Property<'a>>, Fault> {
    let schema = Schema::parse(&form.require("schema")?)?;
    let properties = match schema.form {
        Form::Object(properties) => properties,
        // The official document gives every GET request an empty body, which is never
        // sent.
        Form::Free if method != Method::Post => Vec::new(),
        _ => {
            let problem = schema.node.problem("request body that is not an object");
            let problem = problem.help("rewrite the body with an overlay");
            return Err(Fault::Broken(problem.into()));
        }
    };
    for property in &properties {
        if let Some(encoding) = form.at(&["encoding", &property.name]) {
            check_style(&property.name, property, &encoding)?;
        }
    }
    Ok(properties)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::tree;

    /// Returns the parameters, or the reason why there are none.
    fn read(media_type: &str, schema: &Value) -> String {
        let operation = json!({
            "requestBody": {"content": {media_type: {"schema": schema}}},
            "components": {"schemas": {"oar": {"type": "object"}}},
        });
        match body(Method::Post, &tree(operation).node()) {
            Ok(Body { parameters, multipart }) => {
                let name = |property: &Property<'_>| match property.schema.form {
                    Form::File => format!("{} (a file)", property.name),
                    _ => property.name.clone(),
                };
                let names: Vec<String> = parameters.iter().map(name).collect();
                format!(
                    "{}{}",
                    if multipart { "multipart: " } else { "" },
                    names.join(" ")
                )
            }
            Err(Fault::Unsupported(reason)) => reason,
            Err(Fault::Broken(problems)) => problems.to_string(),
        }
    }

    fn object(properties: &Value) -> Value {
        json!({"type": "object", "properties": properties})
    }

    #[test]
    fn bytes_are_files_in_a_multipart_body_only() {
        let schema = object(&json!({
            "drawing": {"type": "string", "format": "binary"},
            "name": {"type": "string"},
        }));
        let table = [
            ("multipart/form-data", "multipart: drawing (a file) name"),
            ("Multipart/Form-Data; boundary=x", "multipart: drawing (a file) name"),
            ("application/x-www-form-urlencoded", "drawing name"),
        ];
        for (media_type, expected) in table {
            assert_eq!(read(media_type, &schema), expected);
        }
    }

    #[test]
    fn other_multipart_bodies_are_not_supported() {
        let binary = json!({"type": "string", "format": "binary"});
        let reference = json!({"$ref": "#/components/schemas/oar"});
        let table = [
            (
                object(&json!({"a": {"type": "array", "items": binary}})),
                "files inside `a`",
            ),
            (object(&json!({"a": object(&json!({"b": binary}))})), "files inside `a`"),
            (json!({"type": "object"}), "a schema of another form"),
            (json!({"allOf": []}), "a schema of another form"),
            (object(&json!({"a": {"$ref": "#/x"}})), "a schema of another form"),
            (object(&json!({"a": reference.clone()})), "a reference in `a`"),
            (reference, "a schema of another form"),
        ];
        for (schema, reason) in table {
            let expected = format!("a body of `multipart/form-data` with {reason}");
            assert_eq!(read("multipart/form-data", &schema), expected);
        }
    }
}
