//! The schemas of the document in the form that the generator reads: the pinned slice
//! with its corrections.

use std::sync::LazyLock;

use generator::input::Options;
use generator::pipeline;
use serde_json::{Map, Value};

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let scope = crate::workspace().join("spec/scope.toml");
    let options = Options { scope: Some(scope), ..Options::default() };
    let inputs =
        pipeline::read(&options).unwrap_or_else(|problems| panic!("{problems}"));
    inputs.document.root
});

/// A schema of the document.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    document: &'static Value,
    node: &'static Value,
    nullable: bool,
    /// The component, if the schema is one.
    name: Option<&'static str>,
    is_tag: bool,
    /// `true` for the items of a list envelope.
    is_page: bool,
}

/// The values that a schema allows.
#[derive(Clone, Debug)]
pub enum Kind {
    Text,
    Decimal,
    Integer,
    Timestamp,
    Float,
    Boolean,
    Enum(Vec<&'static str>),
    /// The `object` of a resource or a list, which is a constant.
    Tag(&'static str),
    Object,
    Array(Schema),
    Map(Schema),
    /// An id, or one of these components.
    Expandable(Vec<&'static str>),
    /// Any object.
    Raw,
}

/// A key of an object.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    pub key: &'static str,
    pub schema: Schema,
    pub required: bool,
}

impl Schema {
    /// Returns a component of the document, if it is part of the slice.
    pub fn component(name: &str) -> Option<Self> {
        Self::component_of(&DOCUMENT, name)
    }

    /// Returns a component of another document.
    pub fn component_of(document: &'static Value, name: &str) -> Option<Self> {
        let (name, node) = components(document).find(|(known, _)| *known == name)?;
        Some(Self { name: Some(name), ..Self::new(document, node) })
    }

    fn new(document: &'static Value, node: &'static Value) -> Self {
        let nullable = node["nullable"] == true;
        let mut schema =
            Self { document, node, nullable, name: None, is_tag: false, is_page: false };
        let members = node["anyOf"].as_array().map(Vec::as_slice);
        // OpenAPI 3.0 forbids `nullable` next to `$ref`, so the document wraps the
        // reference.
        if let Some([member]) = members {
            schema = Self { nullable, ..Self::new(document, member) };
        }
        if let Some(reference) = node["$ref"].as_str() {
            let name = reference.strip_prefix("#/components/schemas/");
            let name = name.unwrap_or_else(|| panic!("{reference} is no component"));
            let component = Self::component_of(document, name);
            schema = component.unwrap_or_else(|| panic!("{reference} dangles"));
        }
        schema
    }

    /// Returns `true` if null is allowed.
    pub fn nullable(self) -> bool {
        self.nullable
    }

    /// Returns the value that a required property has if a response lacks it.
    pub fn empty(self) -> Option<Value> {
        match self.kind() {
            _ if self.nullable || self.is_page => None,
            _ if self.node["x-emptyIfAbsent"] == true => Some("".into()),
            Kind::Array(_) => Some(Value::Array(Vec::new())),
            Kind::Map(_) => Some(Value::Object(Map::new())),
            Kind::Object => {
                let required = self.properties().filter(|property| property.required);
                let members = required.map(|property| {
                    Some((property.key.to_owned(), property.schema.empty()?))
                });
                members.collect::<Option<Map<_, _>>>().map(Value::Object)
            }
            _ => None,
        }
    }

    /// Returns the component, if the schema is one with a life cycle of its own in the
    /// API.
    pub fn resource(self) -> Option<&'static str> {
        self.name.filter(|_| self.node.get("x-resourceId").is_some())
    }

    /// Returns the maximal length of a string, in characters.
    pub fn longest(self) -> Option<u64> {
        self.node["maxLength"].as_u64()
    }

    /// Returns the values that the schema allows.
    pub fn kind(self) -> Kind {
        if let Some(targets) = self.node.get("x-expansionResources") {
            return Kind::Expandable(targets_of(targets));
        }
        let format = self.node["format"].as_str();
        match (self.node["type"].as_str(), format) {
            (Some("string"), _) if self.is_tag => Kind::Tag(self.values()[0]),
            (Some("string"), None) if !self.values().is_empty() => {
                Kind::Enum(self.values())
            }
            (Some("string"), None | Some("currency")) => Kind::Text,
            (Some("string"), Some("decimal")) => Kind::Decimal,
            (Some("integer"), None) => Kind::Integer,
            (Some("integer"), Some("unix-time")) => Kind::Timestamp,
            (Some("number"), None) => Kind::Float,
            (Some("boolean"), None) => Kind::Boolean,
            (Some("array"), None) => {
                Kind::Array(Self::new(self.document, &self.node["items"]))
            }
            (Some("object"), None) => self.object(),
            form => panic!("no sample can be made of {form:?}: {}", self.node),
        }
    }

    fn object(self) -> Kind {
        match &self.node["additionalProperties"] {
            Value::Null if self.node.get("properties").is_none() => Kind::Raw,
            Value::Null | Value::Bool(false) => Kind::Object,
            Value::Bool(true) => Kind::Raw,
            values => Kind::Map(Self::new(self.document, values)),
        }
    }

    /// Returns the values of an enum, or the event types that the slice lists.
    fn values(self) -> Vec<&'static str> {
        let values = ["enum", "x-eventTypes"].map(|key| self.node[key].as_array());
        values.into_iter().flatten().flatten().filter_map(Value::as_str).collect()
    }

    fn is_list(self) -> bool {
        self.node.pointer("/properties/object/enum/0") == Some(&"list".into())
    }

    /// Returns the properties of an object.
    pub fn properties(self) -> impl Iterator<Item = Property> {
        let required = self.node["required"].as_array().map_or(&[][..], Vec::as_slice);
        let properties = self.node["properties"].as_object().into_iter().flatten();
        properties.map(move |(key, node)| {
            let mut schema = Self::new(self.document, node);
            schema.is_tag = key == "object" && schema.values().len() == 1;
            schema.is_page = key == "data" && self.is_list();
            let required = required.iter().any(|name| name == key.as_str());
            Property { key, schema, required }
        })
    }
}

/// Returns all resources of the document.
pub fn resources() -> impl Iterator<Item = &'static str> {
    components(&DOCUMENT)
        .filter(|(_, node)| node.get("x-resourceId").is_some())
        .map(|(name, _)| name)
}

fn components(
    document: &'static Value,
) -> impl Iterator<Item = (&'static str, &'static Value)> {
    let all = document.pointer("/components/schemas").and_then(Value::as_object);
    all.into_iter().flatten().map(|(name, node)| (name.as_str(), node))
}

/// Returns names, or references if the targets are part of the slice.
fn targets_of(targets: &'static Value) -> Vec<&'static str> {
    let targets = targets.get("oneOf").unwrap_or(targets).as_array();
    let name = |target: &'static Value| {
        let text = target.as_str().or_else(|| target["$ref"].as_str());
        let text = text.unwrap_or_else(|| panic!("{target} is no target"));
        text.rsplit('/').next().unwrap_or(text)
    };
    targets.into_iter().flatten().map(name).collect()
}
