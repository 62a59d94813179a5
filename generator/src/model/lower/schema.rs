//! Schemas in two views: the raw node, for pointers and extensions, and the form that
//! `openapiv3` parses.

use openapiv3::{
    AdditionalProperties, IntegerFormat, ReferenceOr, Schema as OpenApiSchema,
    SchemaKind as OpenApiKind, Type, VariantOrUnknownOrEmpty,
};
use serde::Deserialize;

use super::grammar;
use crate::diagnostic::Result;
use crate::model::{SchemaPath, Text, TypeDocs};
use crate::openapi::dialect;
use crate::openapi::document::Node;

/// A schema of a supported form.
#[derive(Clone, Debug)]
pub(crate) struct Schema<'a> {
    /// The raw schema.
    pub(crate) node: Node<'a>,
    /// The node with the description, if it is not the schema.
    prose: Option<Node<'a>>,
    parsed: ReferenceOr<OpenApiSchema>,
}

/// A property of an object schema.
pub(crate) struct Property<'a> {
    pub(crate) name: String,
    pub(crate) schema: Schema<'a>,
    pub(crate) required: bool,
}

/// The form of a schema, without annotations.
pub(crate) enum SchemaKind<'a> {
    Reference(String),
    Text,
    Decimal,
    Enum(Vec<String>),
    Boolean,
    Integer,
    Timestamp,
    Number,
    Array(Box<Schema<'a>>),
    Map(Box<Schema<'a>>),
    /// An object without a description of its members.
    Free,
    Object(Vec<Property<'a>>),
    AnyOf(Vec<Schema<'a>>),
    /// An id or an object, with the names of the possible components.
    Expandable(Vec<String>),
}

impl<'a> Schema<'a> {
    /// Parses the schema at `node`, after checking it and all schemas inside it.
    pub(crate) fn read(node: &Node<'a>) -> Result<Self> {
        grammar::check(node)?;
        let parsed =
            ReferenceOr::<OpenApiSchema>::deserialize(node.value).map_err(|error| {
                node.problem(format!("invalid schema: {error}"))
                    .help("correct the document, or repair it with an overlay")
            })?;
        Ok(Self { node: node.clone(), prose: None, parsed })
    }

    /// Uses the description of the parameter with this schema.
    pub(crate) fn with_docs_of(mut self, parameter: &Node<'a>) -> Self {
        self.prose = Some(parameter.clone());
        self
    }

    /// Returns the description, also next to a reference, where typed parsers drop it.
    pub(crate) fn docs(&self) -> String {
        let node = self.prose.as_ref().unwrap_or(&self.node);
        node.get("description")
            .and_then(|d| d.text().ok())
            .unwrap_or_default()
            .to_owned()
    }

    /// Returns the description of the type at `origin`. That of a component or an item is
    /// the type's own, that of a property is about the property.
    pub(crate) fn type_docs(&self, origin: &SchemaPath) -> TypeDocs {
        let own = self.node.get(dialect::TYPE_DESCRIPTION);
        let own = own.and_then(|d| d.text().ok()).map(str::to_owned);
        if !origin.is_property() {
            let own = own.unwrap_or_else(|| self.docs());
            return TypeDocs { own, property: String::new() };
        }
        TypeDocs { own: own.unwrap_or_default(), property: self.docs() }
    }

    /// Returns the description of an enum value.
    pub(crate) fn value_docs(&self, value: &str) -> String {
        self.node
            .at(&[dialect::ENUM_DESCRIPTIONS, value])
            .and_then(|d| d.text().ok())
            .unwrap_or_default()
            .to_owned()
    }

    pub(crate) fn nullable(&self) -> bool {
        self.parsed.as_item().is_some_and(|schema| schema.schema_data.nullable)
    }

    pub(crate) fn deprecated(&self) -> bool {
        self.parsed.as_item().is_some_and(|schema| schema.schema_data.deprecated)
    }

    /// Returns the constraints on the string, on the strings in an array or map, or on
    /// the path of a list.
    pub(crate) fn text(&self) -> Text {
        let inner = match self.form() {
            SchemaKind::Array(of) | SchemaKind::Map(of) => Some(*of),
            SchemaKind::Object(properties) => properties
                .into_iter()
                .find(|property| property.name == dialect::URL)
                .map(|property| property.schema),
            _ => None,
        };
        if let Some(inner) = inner {
            return inner.text();
        }
        let word = |key: &str| Some(self.node.get(key)?.text().ok()?.to_owned());
        Text {
            format: word("format"),
            max_length: self.node.get("maxLength").and_then(|node| node.value.as_u64()),
            pattern: word("pattern"),
        }
    }

    /// Returns the form of the schema.
    pub(crate) fn form(&self) -> SchemaKind<'a> {
        if let Some(targets) = self.expansion() {
            return SchemaKind::Expandable(targets);
        }
        match &self.parsed {
            ReferenceOr::Reference { reference } => {
                SchemaKind::Reference(dialect::component(reference).to_owned())
            }
            ReferenceOr::Item(schema) => self.form_of(&schema.schema_kind),
        }
    }

    fn form_of(&self, kind: &OpenApiKind) -> SchemaKind<'a> {
        match kind {
            OpenApiKind::Type(Type::String(text)) => {
                let values: Vec<String> =
                    text.enumeration.iter().flatten().cloned().collect();
                if !values.is_empty() {
                    SchemaKind::Enum(values)
                } else if matches!(&text.format, VariantOrUnknownOrEmpty::Unknown(f) if f == dialect::DECIMAL)
                {
                    SchemaKind::Decimal
                } else {
                    SchemaKind::Text
                }
            }
            OpenApiKind::Type(Type::Integer(integer)) => match &integer.format {
                VariantOrUnknownOrEmpty::Unknown(f) if f == dialect::UNIX_TIME => {
                    SchemaKind::Timestamp
                }
                VariantOrUnknownOrEmpty::Item(
                    IntegerFormat::Int32 | IntegerFormat::Int64,
                )
                | VariantOrUnknownOrEmpty::Unknown(_)
                | VariantOrUnknownOrEmpty::Empty => SchemaKind::Integer,
            },
            OpenApiKind::Type(Type::Number(_)) => SchemaKind::Number,
            OpenApiKind::Type(Type::Boolean(_)) => SchemaKind::Boolean,
            OpenApiKind::Type(Type::Array(array)) => match &array.items {
                Some(items) => self
                    .inner(&["items"], items.clone().unbox())
                    .map_or(SchemaKind::Free, |v| SchemaKind::Array(Box::new(v))),
                None => SchemaKind::Free,
            },
            OpenApiKind::Type(Type::Object(object)) => self.object(object),
            OpenApiKind::AnyOf { any_of } => SchemaKind::AnyOf(
                any_of
                    .iter()
                    .enumerate()
                    .filter_map(|(i, member)| self.element("anyOf", i, member.clone()))
                    .collect(),
            ),
            // The grammar rejects all other forms.
            OpenApiKind::OneOf { .. }
            | OpenApiKind::AllOf { .. }
            | OpenApiKind::Not { .. }
            | OpenApiKind::Any(_) => SchemaKind::Free,
        }
    }

    fn object(&self, object: &openapiv3::ObjectType) -> SchemaKind<'a> {
        if let Some(AdditionalProperties::Schema(values)) = &object.additional_properties
        {
            return self
                .inner(&["additionalProperties"], (**values).clone())
                .map_or(SchemaKind::Free, |v| SchemaKind::Map(Box::new(v)));
        }
        if self.node.get("properties").is_none() {
            return SchemaKind::Free;
        }
        let property = |(name, schema): (&String, &ReferenceOr<Box<OpenApiSchema>>)| {
            Some(Property {
                name: name.clone(),
                schema: self.inner(&["properties", name], schema.clone().unbox())?,
                required: object.required.contains(name),
            })
        };
        SchemaKind::Object(object.properties.iter().filter_map(property).collect())
    }

    /// Returns the components of the expansion marker: references in the official form,
    /// names in a slice.
    fn expansion(&self) -> Option<Vec<String>> {
        let marker = self.node.get(dialect::EXPANSION)?;
        if let Ok(names) = marker.elements() {
            return Some(
                names.filter_map(|n| n.text().ok().map(str::to_owned)).collect(),
            );
        }
        let references = marker.get("oneOf")?.elements().ok()?;
        let name = |n: Node<'_>| {
            n.get("$ref")?.text().ok().map(|r| dialect::component(r).to_owned())
        };
        Some(references.filter_map(name).collect())
    }

    fn inner(&self, keys: &[&str], parsed: ReferenceOr<OpenApiSchema>) -> Option<Self> {
        Some(Self { node: self.node.at(keys)?, prose: None, parsed })
    }

    fn element(
        &self,
        key: &str,
        index: usize,
        parsed: ReferenceOr<OpenApiSchema>,
    ) -> Option<Self> {
        let node = self.node.get(key)?.elements().ok()?.nth(index)?;
        Some(Self { node, prose: None, parsed })
    }
}
