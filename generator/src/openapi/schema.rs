//! Schemas: the forms that the generator supports, and the parser from a node to a form.
//!
//! The parser is the grammar: it reads each node once, and reports a node of any other form
//! with its pointer.

use openapiv3::{
    IntegerFormat, IntegerType, StringFormat, StringType, VariantOrUnknownOrEmpty,
};
use serde::Deserialize;
use serde_json::Value;

use super::dialect;
use super::document::Node;
use super::keywords::{self, REWRITE};
use super::slice::expandable::{self, Expandable};
use crate::diagnostic::{Diagnostics, Result};

/// A schema of a supported form.
#[derive(Clone, Debug)]
pub(crate) struct Schema<'a> {
    /// The node.
    pub(crate) node: Node<'a>,
    /// The node with the description: the schema, or the parameter that has it.
    pub(crate) described: Node<'a>,
    /// `true` if the value can be null.
    pub(crate) nullable: bool,
    /// `true` if the value is deprecated.
    pub(crate) deprecated: bool,
    /// The form of the value.
    pub(crate) form: Form<'a>,
}

/// The form of a value.
#[derive(Clone, Debug)]
pub(crate) enum Form<'a> {
    /// A reference to the component with this name.
    Reference(String),
    /// A string.
    Text(Text),
    /// A file, which only the parameters of a multipart body can be.
    File,
    /// A decimal number, as a string.
    Decimal,
    /// One of these strings.
    Enum(Vec<String>),
    /// `true` or `false`; only one of them if the document says so.
    Boolean(Option<bool>),
    /// An integer.
    Integer,
    /// Seconds since 1970.
    Timestamp,
    /// A number.
    Number,
    /// An array.
    Array(Box<Schema<'a>>),
    /// An object with arbitrary keys.
    Map(Box<Schema<'a>>),
    /// An object without a description of its members.
    Free,
    /// An object with these properties, ordered by name.
    Object(Vec<Property<'a>>),
    /// One of several forms.
    AnyOf(Vec<Schema<'a>>),
    /// An id or an object, with the names of the possible components.
    Expandable(Vec<String>),
}

/// Keywords that belong into a description, with the words for them.
const BOUNDS: &[(&str, &str)] = &[
    ("default", "The default is"),
    ("minimum", "The minimum is"),
    ("maximum", "The maximum is"),
];

/// A property of an object, or a parameter of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Property<'a> {
    /// The name on the wire.
    pub(crate) name: String,
    /// The schema of the value.
    pub(crate) schema: Schema<'a>,
    /// `true` if the property is listed as required.
    pub(crate) required: bool,
}

/// Constraints on a string. They do not affect types, only fixtures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The format.
    pub format: Option<String>,
    /// The maximum length.
    pub max_length: Option<usize>,
    /// The regular expression that it matches.
    pub pattern: Option<String>,
}

impl<'a> Schema<'a> {
    /// Parses the schema at `node`, with all schemas inside it.
    ///
    /// # Errors
    /// Returns an error if one of them has an unsupported form.
    pub(crate) fn parse(node: &Node<'a>) -> Result<Self> {
        node.object()?;
        let mut problems = Diagnostics::default();
        let nullable = problems.record(flag(node, "nullable"));
        let deprecated = problems.record(flag(node, "deprecated"));
        let form = problems.record(Form::parse(node));
        let parts = nullable.zip(deprecated).zip(form);
        let schema = parts.map(|((nullable, deprecated), form)| Self {
            node: node.clone(),
            described: node.clone(),
            nullable: nullable || form.has_nullable_member(),
            deprecated,
            form,
        });
        problems.into_result(schema)?.ok_or_else(Diagnostics::default)
    }

    /// Returns the description, also next to a reference, and the bounds of the value.
    pub(crate) fn docs(&self) -> String {
        let docs = description(&self.described, "description");
        let bounds = BOUNDS.iter().filter_map(|(key, words)| {
            let bound = self.node.get(key)?.value;
            // Text has a default that is worth quoting; other defaults are structures.
            let bound = bound.as_str().map_or_else(|| bound.to_string(), str::to_owned);
            Some(format!("{words} `{bound}`."))
        });
        let bounds = bounds.collect::<Vec<_>>().join(" ");
        let parts =
            [docs.trim_end(), &bounds].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("\n\n")
    }

    /// Returns the description of the type, apart from that of the property.
    pub(crate) fn type_docs(&self) -> String {
        description(&self.node, dialect::TYPE_DESCRIPTION)
    }

    /// Returns the description of an enum value: that of an overlay, or else of the document.
    pub(crate) fn value_docs(&self, value: &str) -> String {
        let own = self.node.get(dialect::ENUM_DESCRIPTIONS);
        let own = own.map(|all| description(&all, value)).unwrap_or_default();
        if !own.is_empty() {
            return own;
        }
        let all = self.node.at(&[dialect::ENUM_VALUES, "values"]);
        let mut all = all.and_then(|all| all.elements().ok()).into_iter().flatten();
        let is_value = |of: &Node<'_>| of.get("value").is_some_and(|v| v.value == value);
        let of = all.find(is_value);
        of.map(|of| description(&of, "description")).unwrap_or_default()
    }

    /// Returns the constraints on the string, on the strings in an array or map, or on
    /// the path of a list.
    pub(crate) fn text(&self) -> Text {
        match &self.form {
            Form::Text(text) => text.clone(),
            Form::Array(of) | Form::Map(of) => of.text(),
            Form::Object(properties) => {
                let url = properties.iter().find(|p| p.name == dialect::URL);
                url.map(|url| url.schema.text()).unwrap_or_default()
            }
            _ => Text::default(),
        }
    }

    /// Returns `true` if the value is a string of bytes.
    pub(crate) fn is_binary(&self) -> bool {
        let is_binary = |text: &Text| text.format.as_deref() == Some(dialect::BINARY);
        matches!(&self.form, Form::Text(text) if is_binary(text))
    }

    /// Returns `true` if the value is a component, or an id of one.
    pub(crate) fn is_reference(&self) -> bool {
        matches!(self.form, Form::Reference(_) | Form::Expandable(_))
    }

    /// Returns `true` for a schema that meets a condition, or that contains one.
    pub(crate) fn contains(&self, is_met: &dyn Fn(&Self) -> bool) -> bool {
        is_met(self)
            || match &self.form {
                Form::Array(of) | Form::Map(of) => of.contains(is_met),
                Form::AnyOf(members) => members.iter().any(|m| m.contains(is_met)),
                Form::Object(all) => all.iter().any(|p| p.schema.contains(is_met)),
                _ => false,
            }
    }

    /// Returns the component that the schema refers to.
    pub(crate) fn reference(&self) -> Option<&str> {
        match &self.form {
            Form::Reference(name) => Some(name),
            _ => None,
        }
    }

    /// Returns the properties of an object.
    pub(crate) fn properties(&self) -> &[Property<'a>] {
        match &self.form {
            Form::Object(properties) => properties,
            _ => &[],
        }
    }

    /// Returns the discriminator of an object.
    pub(crate) fn tag(&self) -> Option<&str> {
        self.properties().iter().find_map(Property::tag)
    }
}

impl Property<'_> {
    /// Returns the value of the discriminator, if the property is one.
    pub(crate) fn tag(&self) -> Option<&str> {
        match &self.schema.form {
            Form::Enum(values) if self.name == dialect::OBJECT => {
                match values.as_slice() {
                    [only] => Some(only),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

impl<'a> Form<'a> {
    fn has_nullable_member(&self) -> bool {
        match self {
            Self::AnyOf(members) => members.iter().any(|member| member.nullable),
            _ => false,
        }
    }

    fn parse(node: &Node<'a>) -> Result<Self> {
        let object = node.object()?;
        if object.contains_key("$ref") {
            return reference(node).map(Form::Reference);
        }
        let keyword = if object.contains_key("anyOf") {
            keywords::check(node, "anyOf", "a schema with `anyOf`")?;
            "anyOf"
        } else {
            keywords::kind(node)?
        };
        if let Some(Expandable::Official(names) | Expandable::Cut(names)) =
            expandable::read(node)?
        {
            return Ok(Form::Expandable(names.into_iter().map(str::to_owned).collect()));
        }
        match keyword {
            "anyOf" => any_of(node).map(Form::AnyOf),
            "string" => string(node),
            "integer" => integer(node),
            "number" => Ok(Form::Number),
            "boolean" => boolean(node),
            "array" => items(&node.require("items")?).map(Form::Array),
            _ => object_form(node),
        }
    }
}

/// Reads the schema of the values inside an array or map. Null has no counterpart there.
fn items<'a>(node: &Node<'a>) -> Result<Box<Schema<'a>>> {
    let items = Schema::parse(node)?;
    if items.nullable {
        let problem = node.problem("unsupported `nullable` values of an array or map");
        return Err(problem.help(REWRITE).into());
    }
    Ok(Box::new(items))
}

/// Reads an annotation that is `true` or `false`, or absent.
fn flag(node: &Node<'_>, key: &str) -> Result<bool> {
    node.get(key).map_or(Ok(false), |flag| flag.boolean())
}

/// Returns the prose at `key`; empty if there is none.
pub(crate) fn description(node: &Node<'_>, key: &str) -> String {
    let text = node.get(key).and_then(|node| node.text().ok());
    text.unwrap_or_default().to_owned()
}

fn reference(node: &Node<'_>) -> Result<String> {
    keywords::check(node, "$ref", "a reference")?;
    let reference = node.require("$ref")?;
    let text = reference.text()?;
    if text.starts_with(dialect::SCHEMAS) && node.document().resolve(text).is_some() {
        return Ok(dialect::component(text).to_owned());
    }
    Err(reference
        .problem(format!("unresolved reference `{text}`"))
        .help("add the component, or correct the reference with an overlay")
        .into())
}

fn any_of<'a>(node: &Node<'a>) -> Result<Vec<Schema<'a>>> {
    let members = node.require("anyOf")?;
    if members.elements()?.next().is_none() {
        return Err(members.problem("`anyOf` without members").help(REWRITE).into());
    }
    let mut problems = Diagnostics::default();
    let all = members.elements()?.filter_map(|m| problems.record(Schema::parse(&m)));
    let all = all.collect();
    problems.into_result(all)
}

fn string<'a>(node: &Node<'a>) -> Result<Form<'a>> {
    check_enum(node, "strings", Value::is_string)?;
    let string: StringType = typed(node)?;
    let format = match string.format {
        VariantOrUnknownOrEmpty::Unknown(format) => Some(format),
        VariantOrUnknownOrEmpty::Item(StringFormat::Binary) => {
            Some(dialect::BINARY.to_owned())
        }
        VariantOrUnknownOrEmpty::Item(_) | VariantOrUnknownOrEmpty::Empty => None,
    };
    let values: Vec<String> = string.enumeration.into_iter().flatten().collect();
    Ok(if !values.is_empty() {
        Form::Enum(values)
    } else if format.as_deref() == Some(dialect::DECIMAL) {
        Form::Decimal
    } else {
        let (max_length, pattern) = (string.max_length, string.pattern);
        Form::Text(Text { format, max_length, pattern })
    })
}

/// An enum of integers is an integer, since its values have no names.
fn integer<'a>(node: &Node<'a>) -> Result<Form<'a>> {
    check_enum(node, "integers", Value::is_i64)?;
    let integer: IntegerType = typed(node)?;
    Ok(match integer.format {
        VariantOrUnknownOrEmpty::Unknown(format) if format == dialect::UNIX_TIME => {
            Form::Timestamp
        }
        VariantOrUnknownOrEmpty::Item(IntegerFormat::Int32 | IntegerFormat::Int64)
        | VariantOrUnknownOrEmpty::Unknown(_)
        | VariantOrUnknownOrEmpty::Empty => Form::Integer,
    })
}

fn boolean<'a>(node: &Node<'a>) -> Result<Form<'a>> {
    check_enum(node, "booleans", Value::is_boolean)?;
    let values = node.get("enum").and_then(|values| values.value.as_array());
    Ok(Form::Boolean(match values.map(Vec::as_slice) {
        Some([only]) => only.as_bool(),
        _ => None,
    }))
}

/// Reads the keywords of a type that has no schemas inside.
fn typed<T: for<'de> Deserialize<'de>>(node: &Node<'_>) -> Result<T> {
    T::deserialize(node.value).map_err(|error| {
        node.problem(format!("invalid schema: {error}"))
            .help("correct the document, or repair it with an overlay")
            .into()
    })
}

fn check_enum(node: &Node<'_>, what: &str, is: fn(&Value) -> bool) -> Result<()> {
    let Some(values) = node.get("enum") else { return Ok(()) };
    let mut problems = Diagnostics::default();
    let mut seen = std::collections::BTreeSet::new();
    let is_nullable = flag(node, "nullable")?;
    for value in values.elements()? {
        // Null is listed where it is allowed.
        if value.value.is_null() && is_nullable {
            continue;
        }
        if !is(value.value) {
            problems.push(value.mismatch(&format!("an enum of {what}")));
        } else if !seen.insert(value.value.to_string()) {
            problems.push(
                value
                    .problem(format!("duplicate enum value {}", value.value))
                    .help("remove one of them with an overlay"),
            );
        }
    }
    if seen.is_empty() && problems.iter().next().is_none() {
        return Err(values.problem("`enum` without values").help(REWRITE).into());
    }
    problems.into_result(())
}

/// Reads an object with properties, with arbitrary keys, or with neither.
fn object_form<'a>(node: &Node<'a>) -> Result<Form<'a>> {
    let mut problems = Diagnostics::default();
    let required = problems.record(required(node)).unwrap_or_default();
    let mut properties = Vec::new();
    let listed = node.get("properties");
    if let Some(listed) = &listed {
        for (name, schema) in listed.members()? {
            let Some(schema) = problems.record(Schema::parse(&schema)) else { continue };
            properties.push(Property {
                name: name.to_owned(),
                schema,
                required: required.contains(&name),
            });
        }
        // The order of keys means nothing in JSON.
        properties.sort_by(|a, b| a.name.cmp(&b.name));
    }
    let values = node.get("additionalProperties").filter(|v| !v.value.is_boolean());
    let map = match values {
        Some(values) if !properties.is_empty() => {
            let fault = "`properties` together with a schema in `additionalProperties`";
            problems.push(values.problem(fault).help(REWRITE));
            None
        }
        values => values.and_then(|values| problems.record(items(&values))),
    };
    problems.into_result(match (map, listed) {
        (Some(values), _) => Form::Map(values),
        (None, Some(_)) => Form::Object(properties),
        (None, None) => Form::Free,
    })
}

/// Returns the names in `required`, which must be properties.
fn required<'a>(node: &Node<'a>) -> Result<Vec<&'a str>> {
    let Some(required) = node.get("required") else { return Ok(Vec::new()) };
    let mut problems = Diagnostics::default();
    let mut names = Vec::new();
    for name in required.elements()? {
        let text = name.text()?;
        if node.at(&["properties", text]).is_none() {
            problems.push(
                name.problem(format!("unknown property `{text}` in `required`"))
                    .help("remove the name or add the property, with an overlay"),
            );
        }
        names.push(text);
    }
    problems.into_result(names)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::openapi::document::Document;

    /// Parses a schema and describes its form, or the fault.
    fn form(schema: &Value) -> String {
        let root =
            json!({"components": {"schemas": {"oar": {"type": "object"}}}, "s": schema});
        let document = Document { file: "a.json".to_owned(), root };
        let node = document.node().get("s").unwrap();
        match Schema::parse(&node) {
            Ok(schema) => word(&schema.form),
            Err(problems) => problems.iter().next().unwrap().fault.clone(),
        }
    }

    fn word(form: &Form<'_>) -> String {
        match form {
            Form::Array(of) => format!("array of {}", word(&of.form)),
            Form::Map(of) => format!("map of {}", word(&of.form)),
            Form::Object(properties) => {
                let names = properties.iter().map(|p| p.name.as_str());
                format!("object {}", names.collect::<Vec<_>>().join(" "))
            }
            Form::AnyOf(members) => format!("any of {}", members.len()),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn each_supported_form_is_read() {
        let reference = json!({"$ref": "#/components/schemas/oar"});
        let table = [
            (json!({"type": "string", "format": "decimal"}), "Decimal"),
            (json!({"type": "string", "enum": ["a", "b"]}), "Enum([\"a\", \"b\"])"),
            (json!({"type": "integer"}), "Integer"),
            (json!({"type": "integer", "format": "unix-time"}), "Timestamp"),
            (json!({"type": "number"}), "Number"),
            (json!({"type": "boolean", "enum": [true]}), "Boolean(Some(true))"),
            (json!({"type": "array", "items": {"type": "number"}}), "array of Number"),
            (json!({"type": "object"}), "Free"),
            (
                json!({"type": "object", "additionalProperties": {"type": "number"}}),
                "map of Number",
            ),
            (
                json!({"type": "object", "properties": {"b": {"type": "number"}, "a": {"type": "number"}}}),
                "object a b",
            ),
            (json!({"anyOf": [reference, {"type": "number"}]}), "any of 2"),
            (json!({"$ref": "#/components/schemas/oar"}), "Reference(\"oar\")"),
            (
                json!({"type": "string", "x-expansionResources": ["oar"]}),
                "Expandable([\"oar\"])",
            ),
        ];
        for (schema, expected) in table {
            assert_eq!(form(&schema), expected, "{schema}");
        }
    }

    #[test]
    fn a_condition_is_looked_for_at_every_depth() {
        let bytes = json!({"type": "string", "format": "binary"});
        let around = [
            bytes.clone(),
            json!({"type": "array", "items": bytes}),
            json!({"type": "object", "additionalProperties": bytes}),
            json!({"type": "object", "properties": {"a": {"type": "array", "items": bytes}}}),
            json!({"anyOf": [{"type": "number"}, bytes]}),
        ];
        for schema in around {
            let document = Document { file: "a.json".to_owned(), root: schema };
            let schema = Schema::parse(&document.node()).unwrap();
            assert!(schema.contains(&Schema::is_binary), "{:?}", schema.form);
            assert!(!schema.contains(&Schema::is_reference), "{:?}", schema.form);
        }
    }

    #[test]
    fn values_are_described_by_an_overlay_or_else_by_the_document() {
        let schema = json!({
            "type": "string",
            "enum": ["a", "b", "c"],
            "x-enumDescriptions": {"a": "Ours."},
            "x-stripeEnum": {"kind": "open", "values": [
                {"value": "a", "description": "Theirs."},
                {"value": "b", "description": "The second."},
                {"value": "c"},
            ]},
        });
        let document = Document { file: "a.json".to_owned(), root: schema };
        let schema = Schema::parse(&document.node()).unwrap();
        let docs = ["a", "b", "c"].map(|value| schema.value_docs(value));
        assert_eq!(docs, ["Ours.", "The second.", ""]);
    }

    #[test]
    fn other_forms_are_faults() {
        let table = [
            (json!({"allOf": []}), "unsupported keyword `allOf`"),
            (json!({"type": "paper"}), "unknown type `paper`"),
            (
                json!({"$ref": "#/components/schemas/x"}),
                "unresolved reference `#/components/schemas/x`",
            ),
            (
                json!({"type": "string", "nullable": 1}),
                "expected a boolean, found a number",
            ),
            (json!({"type": "string", "enum": []}), "`enum` without values"),
            (json!({"type": "array"}), "missing member `items`"),
            (
                json!({"type": "object", "required": ["a"]}),
                "unknown property `a` in `required`",
            ),
        ];
        for (schema, expected) in table {
            assert_eq!(form(&schema), expected, "{schema}");
        }
    }
}
