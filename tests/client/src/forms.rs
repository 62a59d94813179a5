//! The parameters of the document's operations, read from the document itself: an oracle
//! that is independent of the generator.

use serde_json::Value;

/// An operation with its parameters.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `GET`
    pub method: String,
    /// `/v1/checkout/sessions/{session}`
    pub path: String,
    pub pointer: String,
    /// The parameters in the path, in order.
    pub ids: Vec<Id>,
    /// Without `expand`, sorted by name.
    pub fields: Vec<Field>,
    /// `true` if the operation has the parameter `expand`.
    pub expand: bool,
}

/// A parameter in the path.
#[derive(Clone, Debug)]
pub struct Id {
    pub name: String,
    /// In characters.
    pub longest: usize,
}

/// A parameter, or a member of one.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub pointer: String,
    pub required: bool,
    /// The document allows an empty string instead of a value.
    pub clearable: bool,
    pub shape: Shape,
}

/// The form of a value.
#[derive(Clone, Debug)]
pub enum Shape {
    Text {
        /// In characters.
        longest: Option<usize>,
        currency: bool,
    },
    Integer,
    Number,
    Boolean,
    Decimal,
    Timestamp,
    Enum(Vec<String>),
    Object(Vec<Field>),
    List(Box<Shape>),
    Map(Box<Shape>),
    /// An integer or bounds.
    Range,
}

impl Shape {
    /// Returns `true` for an object without members, which cannot be sent.
    pub fn is_memberless(&self) -> bool {
        matches!(self, Self::Object(fields) if fields.is_empty())
    }

    /// Returns the kind's name in the inventory.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text { .. } => "string",
            Self::Integer | Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Decimal => "decimal",
            Self::Timestamp => "timestamp",
            Self::Enum(_) => "enum",
            Self::Object(_) => "object",
            Self::List(_) => "array",
            Self::Map(_) => "map",
            Self::Range => "union",
        }
    }
}

/// Returns the operations of `spec/stripe.openapi.yaml`.
pub fn operations() -> Vec<Operation> {
    let file = test_support::workspace().join("spec/stripe.openapi.yaml");
    let text = std::fs::read_to_string(file).expect("the document can be read");
    let document: Value = serde_yaml::from_str(&text).expect("the document is YAML");
    let paths = document["paths"].as_object().expect("the document has paths");
    let mut found = Vec::new();
    for (path, item) in paths {
        for (method, operation) in item.as_object().expect("a path is an object") {
            let pointer = format!(
                "/paths/{}/{method}",
                path.replace('~', "~0").replace('/', "~1")
            );
            found.push(read(method, path, pointer, operation));
        }
    }
    found
}

const FORM: &str = "application/x-www-form-urlencoded";

fn read(method: &str, path: &str, pointer: String, operation: &Value) -> Operation {
    let mut fields = if method == "get" {
        query(&pointer, operation)
    } else {
        let body =
            format!("{pointer}/requestBody/content/{}/schema", FORM.replace('/', "~1"));
        members(&body, &operation["requestBody"]["content"][FORM]["schema"])
    };
    let count = fields.len();
    fields.retain(|field| field.name != "expand");
    let expand = fields.len() < count;
    Operation {
        method: method.to_uppercase(),
        path: path.to_owned(),
        pointer,
        ids: ids(path, operation),
        fields,
        expand,
    }
}

fn ids(path: &str, operation: &Value) -> Vec<Id> {
    let names = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let parameters = operation["parameters"].as_array();
    let id = |name: &str| {
        let mut of_path =
            parameters.into_iter().flatten().filter(|given| given["in"] == "path");
        let parameter = of_path.find(|given| given["name"] == name);
        let schema = &parameter.expect("the path's parameters are listed")["schema"];
        Id { name: name.to_owned(), longest: longest(schema).expect("ids are limited") }
    };
    names.map(id).collect()
}

fn longest(schema: &Value) -> Option<usize> {
    let longest = schema["maxLength"].as_u64()?;
    Some(usize::try_from(longest).expect("a small number"))
}

fn query(pointer: &str, operation: &Value) -> Vec<Field> {
    let parameters =
        operation["parameters"].as_array().into_iter().flatten().enumerate();
    let mut fields: Vec<Field> = parameters
        .filter(|(_, parameter)| parameter["in"] == "query")
        .map(|(index, parameter)| {
            let name = parameter["name"].as_str().expect("a parameter has a name");
            let pointer = format!("{pointer}/parameters/{index}/schema");
            let required = parameter["required"] == true;
            field(name, pointer, &parameter["schema"], required)
        })
        .collect();
    fields.sort_by(|a, b| a.name.cmp(&b.name));
    fields
}

fn members(pointer: &str, schema: &Value) -> Vec<Field> {
    let required = schema["required"].as_array();
    let is_required =
        |name: &str| required.is_some_and(|names| names.iter().any(|n| n == name));
    let properties = schema["properties"].as_object().into_iter().flatten();
    let mut fields: Vec<Field> = properties
        .map(|(name, property)| {
            let pointer = format!("{pointer}/properties/{name}");
            field(name, pointer, property, is_required(name))
        })
        .collect();
    fields.sort_by(|a, b| a.name.cmp(&b.name));
    fields
}

fn field(name: &str, pointer: String, schema: &Value, required: bool) -> Field {
    let (clearable, shape) = clearable(&pointer, schema);
    Field { name: name.to_owned(), pointer, required, clearable, shape }
}

/// Removes the empty string from a schema, in both of its notations.
fn clearable(pointer: &str, schema: &Value) -> (bool, Shape) {
    let Some(forms) = schema["anyOf"].as_array() else {
        let empty =
            enum_of(schema).is_some_and(|values| values.iter().any(String::is_empty));
        return (empty, shape(pointer, schema));
    };
    known_words(pointer, schema);
    let is_empty = |form: &Value| enum_of(form).is_some_and(|values| values == [""]);
    let (empty, rest): (Vec<_>, Vec<_>) =
        forms.iter().enumerate().partition(|(_, form)| is_empty(form));
    match rest.as_slice() {
        [(index, form)] => {
            (!empty.is_empty(), shape(&format!("{pointer}/anyOf/{index}"), form))
        }
        [(_, range), (_, exact)] if is_range(range) && exact["type"] == "integer" => {
            (false, Shape::Range)
        }
        _ => panic!("{pointer}: a choice that these tests do not know"),
    }
}

fn is_range(schema: &Value) -> bool {
    let names =
        schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name);
    names.eq(["gt", "gte", "lt", "lte"])
}

fn enum_of(schema: &Value) -> Option<Vec<String>> {
    let values = schema["enum"].as_array()?.iter();
    Some(
        values
            .map(|value| value.as_str().expect("values are texts").to_owned())
            .collect(),
    )
}

/// The keywords that these tests know. Any other keyword may restrict values further.
const WORDS: [&str; 9] = [
    "additionalProperties",
    "anyOf",
    "enum",
    "format",
    "items",
    "maxLength",
    "properties",
    "required",
    "type",
];

fn known_words(pointer: &str, schema: &Value) {
    for (word, _) in schema.as_object().into_iter().flatten() {
        let is_known = WORDS.contains(&word.as_str()) || word.starts_with("x-");
        assert!(is_known, "{pointer}: these tests do not know `{word}`");
    }
}

fn shape(pointer: &str, schema: &Value) -> Shape {
    known_words(pointer, schema);
    if let Some(values) = enum_of(schema) {
        return Shape::Enum(
            values.into_iter().filter(|value| !value.is_empty()).collect(),
        );
    }
    let format = schema["format"].as_str();
    match (schema["type"].as_str(), format) {
        (Some("string"), Some("decimal")) => Shape::Decimal,
        (Some("string"), None | Some("currency")) => {
            Shape::Text { longest: longest(schema), currency: format.is_some() }
        }
        (Some("integer"), Some("unix-time")) => Shape::Timestamp,
        (Some("integer"), None) => Shape::Integer,
        (Some("number"), None) => Shape::Number,
        (Some("boolean"), None) => Shape::Boolean,
        (Some("array"), None) => {
            Shape::List(Box::new(shape(&format!("{pointer}/items"), &schema["items"])))
        }
        (Some("object"), None) if schema["additionalProperties"].is_object() => {
            let inner = format!("{pointer}/additionalProperties");
            Shape::Map(Box::new(shape(&inner, &schema["additionalProperties"])))
        }
        (Some("object"), None) => Shape::Object(members(pointer, schema)),
        form => panic!("{pointer}: {form:?} is a form that these tests do not know"),
    }
}
